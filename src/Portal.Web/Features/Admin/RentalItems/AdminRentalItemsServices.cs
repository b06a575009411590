namespace Portal.Web.Features.Admin.RentalItems;

public static class AdminRentalItemsServices
{
    public static IServiceCollection AddAdminRentalItems(this IServiceCollection services) => services
        .AddScoped<RentalItemList>()
        .AddScoped<RentalItemInput>()
        .AddScoped<RentalItemRecords>();
}
