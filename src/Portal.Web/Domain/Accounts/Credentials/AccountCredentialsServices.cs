namespace Portal.Web.Domain.Accounts.Credentials;

public static class AccountCredentialsServices
{
    /// <summary>What ends when somebody's credentials change.</summary>
    public static IServiceCollection AddAccountCredentials(this IServiceCollection services) => services
        .AddScoped<CredentialChange>();
}
