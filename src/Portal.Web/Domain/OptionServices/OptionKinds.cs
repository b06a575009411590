using Portal.Rules.OptionServices;

namespace Portal.Web.Domain.OptionServices;

public static class OptionKinds
{
    /// <summary>To which service settings belong.</summary>
    public static OptionService Service(this OptionSettings settings) => settings switch
    {
        ForwardingSettings => OptionService.Forwarding,
        VoicemailSettings => OptionService.Voicemail,
        RejectionSettings => OptionService.AnonymousRejection,
        DialSettings => OptionService.ClickToDial,
        _ => throw new ArgumentOutOfRangeException(nameof(settings)),
    };
}
