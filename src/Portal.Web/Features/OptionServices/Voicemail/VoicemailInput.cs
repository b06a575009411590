using System.Globalization;
using Microsoft.Extensions.Localization;
using Portal.Rules.OptionServices;
using Portal.Rules.Text;
using Portal.Web.Forms;
using Portal.Web.Forms.Fields;

namespace Portal.Web.Features.OptionServices.Voicemail;

/// <summary>The fields of voicemail.</summary>
public sealed class VoicemailInput(IStringLocalizer<OptionsText> text) : IOptionInput<VoicemailForm>
{
    private static readonly EmailField Address = new();

    public OptionSettings Read(VoicemailForm form, FormReader reader)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(reader);
        if (!Enum.TryParse<VoicemailGreeting>(form.Greeting, out var greeting) || !Enum.IsDefined(greeting))
        {
            reader.Add(nameof(form.Greeting), text["ChooseGreeting"]);
        }

        return new VoicemailSettings
        {
            On = form.On,
            Greeting = greeting,
            NotifyAddress = reader.Read(Address, nameof(form.NotifyAddress), form.NotifyAddress),
            Rings = Rings(form, reader),
        };
    }

    public IReadOnlyList<OptionLine> Lines(OptionSettings settings)
    {
        var voicemail = (VoicemailSettings)settings;
        var rings = voicemail.Rings.ToString(CultureInfo.InvariantCulture);
        var address = EmailAddress.Readable(voicemail.NotifyAddress);
        return
        [
            Line("On", text[voicemail.On ? "On" : "Off"], voicemail.On ? "true" : "false"),
            Line("Greeting", text["Greeting." + voicemail.Greeting], voicemail.Greeting.ToString()),
            Line("NotifyAddress", address ?? text["Nobody"], address ?? ""),
            Line("Rings", text["RingsOf", rings, voicemail.Seconds], rings),
        ];
    }

    private OptionLine Line(string field, string shown, string sent) => new(field, text["Field." + field], shown, sent);

    private int Rings(VoicemailForm form, FormReader reader)
    {
        var typed = CanonicalText.Identifier(form.Rings ?? "");
        if (int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var rings) && rings <= VoicemailSettings.MostRings)
        {
            return rings;
        }

        reader.Add(nameof(form.Rings), text["RingsRange", VoicemailSettings.MostRings]);
        return VoicemailSettings.UsualRings;
    }
}
