using Portal.Web.Features.Telephony.TemporaryPasswords;
using Portal.Web.Mail.Notices;

namespace Portal.Web.Features.Telephony;

public static class VoiceServices
{
    public static IServiceCollection AddVoice(this IServiceCollection services) => services
        .AddSingleton<NoticeContribution, PhonePasswordNotices>()
        .AddScoped<VoiceScript>();
}
