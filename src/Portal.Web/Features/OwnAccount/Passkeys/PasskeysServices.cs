namespace Portal.Web.Features.OwnAccount.Passkeys;

public static class PasskeysServices
{
    public static IServiceCollection AddPasskeys(this IServiceCollection services) => services
        .AddScoped<PasskeyNames>();
}
