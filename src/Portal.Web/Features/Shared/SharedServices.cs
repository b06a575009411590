using Portal.Web.Features.Shared.Histories;
using Portal.Web.Features.Shared.Passwords;

namespace Portal.Web.Features.Shared;

public static class SharedServices
{
    public static IServiceCollection AddShared(this IServiceCollection services) => services
        .AddScoped<PasswordPolicyPresenter>()
        .AddScoped<HistoryPages>()
        .AddScoped<HistoryFiles>();
}
