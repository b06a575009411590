namespace Portal.Web.Features.Admin.Lockouts;

public static class AdminLockoutsServices
{
    public static IServiceCollection AddAdminLockouts(this IServiceCollection services) => services
        .AddScoped<LockoutList>()
        .AddScoped<LockoutColumns>()
        .AddScoped<LockoutLooks>()
        .AddScoped<LockoutReleases>();
}
