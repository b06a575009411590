using Portal.Web.Audit;

namespace Portal.Web.Domain.Accounts.Factors;

public static class AccountFactorsServices
{
    /// <summary>Second factors: what there is, codes and their failures, changes.</summary>
    public static IServiceCollection AddAccountFactors(this IServiceCollection services) => services
        .AddSingleton<EventContribution, FactorEvents>()
        .AddSingleton<AppSecrets>()
        .AddScoped<AccountFactors>()
        .AddScoped<OwnFactors>()
        .AddScoped<AppCodes>()
        .AddScoped<EmailCodes>()
        .AddScoped<RecoveryCodes>()
        .AddScoped<CodeFailures>()
        .AddScoped<SecondSteps>()
        .AddScoped<FactorChanges>()
        .AddScoped<AppRegistrations>()
        .AddScoped<EmailCodeSwitch>()
        .AddScoped<FactorSession>()
        .AddScoped<FactorReset>();
}
