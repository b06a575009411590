namespace Portal.Web.Features.Telephony;

public static class VoiceServices
{
    public static IServiceCollection AddVoice(this IServiceCollection services) => services
        .AddScoped<VoiceScript>();
}
