namespace Portal.Web.Features.Admin.Lockouts;

public static class AdminLockoutsServices
{
    public static IServiceCollection AddAdminLockouts(this IServiceCollection services) => services
        .AddScoped<LockoutColumns>()
        .AddScoped<LockoutReleases>();
}
