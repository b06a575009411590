using Portal.Web.Features.OptionServices.AnonymousRejection;
using Portal.Web.Features.OptionServices.ClickToDial;
using Portal.Web.Features.OptionServices.Forwarding;
using Portal.Web.Features.OptionServices.Glance;
using Portal.Web.Features.OptionServices.Voicemail;
using Portal.Web.Features.Shared.Homes;
using Portal.Web.Features.Shared.Lists;

namespace Portal.Web.Features.OptionServices;

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
        .AddScoped<IPeopleColumn, OptionsColumn>()
        .AddScoped<GlanceList>()
        .AddScoped<GlanceFrames>();
}
