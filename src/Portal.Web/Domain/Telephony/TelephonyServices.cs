using Portal.Web.Audit;

namespace Portal.Web.Domain.Telephony;

public static class TelephonyServices
{
    /// <summary>Lines, numbers, and calls that set a temporary password.</summary>
    public static IServiceCollection AddTelephony(this IServiceCollection services)
    {
        services.AddOptions<TelephonyOptions>().BindConfiguration(TelephonyOptions.Section)
            .Validate(options => options.HasSoundSecrets, "Portal:Telephony:Secrets: a secret must have 16 characters or more.")
            .ValidateOnStart();
        return services
            .AddSingleton<EventContribution, CallEvents>()
            .AddSingleton<VoiceSecrets>()
            .AddSingleton<VoiceLine>()
            .AddScoped<ContractAccounts>()
            .AddScoped<CallFacts>()
            .AddScoped<CallPreparation>()
            .AddScoped<CallRecords>()
            .AddScoped<PhonePasswordLinks>()
            .AddScoped<CallService>();
    }
}
