namespace Portal.Web.Features.Admin.Knowledge;

public static class AdminKnowledgeServices
{
    public static IServiceCollection AddAdminKnowledge(this IServiceCollection services) => services
        .AddScoped<ArticleQueue>()
        .AddScoped<ArticleColumns>()
        .AddScoped<ArticleInput>()
        .AddScoped<ArticleRecords>()
        .AddScoped<ArticleFileActs>()
        .AddScoped<ArticleComparison>()
        .AddScoped<ShelfInput>();
}
