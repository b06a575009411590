using Portal.Web.Features.Knowledge.Index;
using Portal.Web.Features.Shared.Homes;
using Portal.Web.Features.Shared.Search;

namespace Portal.Web.Features.Knowledge;

public static class KnowledgePagesServices
{
    public static IServiceCollection AddKnowledgePages(this IServiceCollection services) => services
        .AddScoped<KnowledgeShelves>()
        .AddScoped<ArticleQuery>()
        .AddScoped<ArticleFrames>()
        .AddScoped<IHomeSection, KnowledgeHomeSection>()
        .AddScoped<ISearchSection, KnowledgeSearchSection>();
}
