using Portal.Web.Features.SignIn.SecondStep;

namespace Portal.Web.Features.SignIn;

public static class SignInServices
{
    public static IServiceCollection AddSignIn(this IServiceCollection services) => services
        .AddScoped<SignInPages>()
        .AddScoped<SignInCompletion>()
        .AddScoped<DemoCodes>()
        .AddScoped<SecondStepStart>()
        .AddScoped<FormerSession>()
        .AddScoped<SecondStepTools>();
}
