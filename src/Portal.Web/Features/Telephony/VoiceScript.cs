using System.Globalization;
using System.Xml.Linq;
using Microsoft.Extensions.Localization;
using Portal.Rules.Telephony;
using Portal.Web.Domain.Telephony;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Telephony;

/// <summary>
/// An answer as the provider reads it (TwiML): what is said, which keys are waited for, where they go. Elements, never
/// pasted text, so that nothing said can become an instruction.
/// </summary>
public sealed class VoiceScript(IStringLocalizer<VoiceText> text)
{
    /// <summary>Seconds without a key after which the provider asks what to do.</summary>
    private const int Patience = 10;

    /// <param name="address">Where keys go that follow an answer.</param>
    public string Write(PortalTenant tenant, VoiceOutcome outcome, Func<int, string> address)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        ArgumentNullException.ThrowIfNull(address);
        var response = new XElement("Response", outcome switch
        {
            VoiceOutcome.Answer { Step: not CallStep.Over } answer => Ask(tenant, answer, address(answer.Turn)),
            VoiceOutcome.Answer answer => End(Remark(tenant, answer)),
            VoiceOutcome.UnknownLine => End(text["UnknownLine"]),
            _ => [],
        });
        return new XDeclaration("1.0", "UTF-8", null) + response.ToString(SaveOptions.DisableFormatting);
    }

    private XElement[] Ask(PortalTenant tenant, VoiceOutcome.Answer answer, string address)
    {
        var gather = new XElement("Gather", new XAttribute("input", "dtmf"), new XAttribute("action", address),
            new XAttribute("method", "POST"), new XAttribute("timeout", Patience), new XAttribute("finishOnKey", "#"));
        if (Keys(answer.Step) is { } keys)
        {
            gather.Add(new XAttribute("numDigits", keys));
        }

        var said = (Remark(tenant, answer) + " " + Question(answer)).Trim();
        gather.Add(Say(said));

        // Comes into play when nothing is keyed in.
        return [gather, new XElement("Redirect", new XAttribute("method", "POST"), address)];
    }

    private static XElement[] End(string said) => [Say(said), new XElement("Hangup")];

    private static XElement Say(string said) => new("Say",
        new XAttribute("language", CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "ja" ? "ja-JP" : "en-US"), said);

    private static int? Keys(CallStep step) => step switch
    {
        CallStep.Unit => 1,
        CallStep.Password or CallStep.Confirmation => DigitPasswords.Length,
        _ => null,
    };

    private string Question(VoiceOutcome.Answer answer) => answer switch
    {
        { Step: CallStep.Unit } => text["ChooseUnit"],
        { Step: CallStep.Number, Chosen: AuthenticationUnit.ManagerAndUsers } => text["EnterNumberOrCustomer"],
        { Step: CallStep.Number } => text["EnterNumber"],
        { Step: CallStep.Password } => text["EnterPassword", Spoken(answer.Target!)],
        _ => text["Confirm"],
    };

    private string Remark(PortalTenant tenant, VoiceOutcome.Answer answer) => answer.Remark switch
    {
        CallRemark.None => "",
        CallRemark.OtherUnit => text["OtherUnit." + answer.Unit],
        CallRemark.Unfit => text["Unfit." + answer.Weakness],
        CallRemark.Done => text["Done", Spoken(answer.Target!), tenant.TemporaryPasswords.Life.TotalHours],
        CallRemark.Mailed => text["Mailed", Spoken(answer.Target!), tenant.LinkLife.TotalMinutes],
        var remark => text[remark.ToString()],
    };

    /// <summary>Digit by digit, with a pause where the number is parted.</summary>
    private string Spoken(string number) =>
        string.Join(text["Pause"], E164.Shown(number).Split('-').Select(group => string.Join(' ', group.AsEnumerable())));
}
