using Portal.Web.Audit;
using Portal.Web.Features.Admin.Users.Acts;

namespace Portal.Web.Features.Admin.Users;

public static class AdminUsersServices
{
    public static IServiceCollection AddAdminUsers(this IServiceCollection services) => services
        .AddSingleton<EventContribution, UserLookEvents>()
        .AddScoped<UserDirectory>()
        .AddScoped<UserColumns>()
        .AddScoped<UserRecords>()
        .AddScoped<UserSwitch>()
        .AddScoped<UserPasswords>()
        .AddScoped<UserLinks>();
}
