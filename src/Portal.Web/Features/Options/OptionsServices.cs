using Portal.Web.Features.Options.AnonymousRejection;
using Portal.Web.Features.Options.ClickToDial;
using Portal.Web.Features.Options.Forwarding;
using Portal.Web.Features.Options.Glance;
using Portal.Web.Features.Options.Voicemail;
using Portal.Web.Features.Shared.Homes;

namespace Portal.Web.Features.Options;

public static class OptionsServices
{
    public static IServiceCollection AddOptionPages(this IServiceCollection services) => services
        .AddScoped<IHomeSection, OptionsHomeSection>()
        .AddScoped<OptionWords>()
        .AddScoped<OptionEditing>()
        .AddScoped<TargetInput>()
        .AddScoped<IOptionInput<ForwardingForm>, ForwardingInput>()
        .AddScoped<IOptionInput<VoicemailForm>, VoicemailInput>()
        .AddScoped<IOptionInput<RejectionForm>, RejectionInput>()
        .AddScoped<IOptionInput<DialForm>, DialInput>()
        .AddScoped<GlanceList>()
        .AddScoped<GlanceFrames>();
}
