using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Rules.OptionServices;
using Portal.Rules.Text;
using Portal.Web.Forms;

namespace Portal.Web.Features.OptionServices.Voicemail;

/// <summary>Voicemail, as typed.</summary>
public sealed class VoicemailForm : OptionForm
{
    [InDraft]
    public bool On { get; set; }

    [InDraft]
    public string? Greeting { get; set; }

    [InDraft]
    public string? NotifyAddress { get; set; }

    [InDraft]
    public string? Rings { get; set; }

    [BindNever]
    public override OptionService Service => OptionService.Voicemail;

    public override void Show(OptionSettings settings)
    {
        var voicemail = (VoicemailSettings)settings;
        (On, Greeting) = (voicemail.On, voicemail.Greeting.ToString());
        NotifyAddress = EmailAddress.Readable(voicemail.NotifyAddress);
        Rings = voicemail.Rings.ToString(CultureInfo.InvariantCulture);
    }
}
