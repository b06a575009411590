namespace Portal.Web.Features.OwnAccount.Passwords;

public static class PasswordsServices
{
    public static IServiceCollection AddPasswords(this IServiceCollection services) => services
        .AddScoped<PasswordForm>();
}
