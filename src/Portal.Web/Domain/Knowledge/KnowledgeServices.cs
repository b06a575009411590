using Portal.Web.Audit;

namespace Portal.Web.Domain.Knowledge;

public static class KnowledgeServices
{
    /// <summary>Articles of the provider.</summary>
    public static IServiceCollection AddKnowledge(this IServiceCollection services) => services
        .AddSingleton<EventContribution, KnowledgeEvents>()
        .AddScoped<ArticleSights>()
        .AddScoped<ArticleFinder>()
        .AddScoped<ArticleReadings>()
        .AddScoped<ArticleEditing>()
        .AddScoped<ArticleFileEditing>()
        .AddScoped<ShelfEditing>();
}
