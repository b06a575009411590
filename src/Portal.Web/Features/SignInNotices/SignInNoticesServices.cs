using Portal.Web.Data;

namespace Portal.Web.Features.SignInNotices;

public static class SignInNoticesServices
{
    public static IServiceCollection AddSignInNotices(this IServiceCollection services) => services
        .AddScoped<ITransactionHook, SignInNotices>();
}
