namespace Portal.Web.Features.Admin.WorkItems;

public static class AdminWorkItemsServices
{
    public static IServiceCollection AddAdminWorkItems(this IServiceCollection services) => services
        .AddScoped<WorkItemList>()
        .AddScoped<WorkItemInput>()
        .AddScoped<WorkItemDraftInput>()
        .AddScoped<WorkItemSaving>();
}
