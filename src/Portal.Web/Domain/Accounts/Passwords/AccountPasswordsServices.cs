using Portal.Web.Audit;

namespace Portal.Web.Domain.Accounts.Passwords;

public static class AccountPasswordsServices
{
    /// <summary>Judging, setting and lending passwords.</summary>
    public static IServiceCollection AddAccountPasswords(this IServiceCollection services) => services
        .AddSingleton<EventContribution, PasswordEvents>()
        .AddSingleton<PasswordLists>()
        .AddScoped<PasswordJudge>()
        .AddScoped<PasswordPreparation>()
        .AddScoped<PasswordReplacement>()
        .AddScoped<PasswordService>()
        .AddScoped<PasswordChangeProof>()
        .AddScoped<TemporaryPasswordService>()
        .AddScoped<OwnPassword>();
}
