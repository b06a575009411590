using Microsoft.Extensions.Localization;
using Portal.Rules.OptionServices;
using Portal.Rules.Provisioning;
using Portal.Rules.Text.Counting;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.OptionServices;
using Portal.Web.Features.Shared.OptionServices;
using Portal.Web.Http.Frame;
using Portal.Web.Http.Languages;
using Portal.Web.Lists;
using Portal.Web.Tenancy.Times;

namespace Portal.Web.Features.OptionServices;

/// <param name="IsMoving">It changes without anybody here doing anything.</param>
public sealed record OptionState(string Label, string Tone, string? Text, bool IsMoving);

/// <summary>Services, their states and what is wrong with them, in words.</summary>
public sealed class OptionWords(SettingWords settings, IDisplayTime time, CurrentSession session, IStringLocalizer<OptionsText> text)
{
    /// <summary>Whose settings they are, where the number is another account's: each page says so (OPT-2).</summary>
    public SubjectNotice? Subject(LineNumber number)
    {
        ArgumentNullException.ThrowIfNull(number);
        return number.UserId is { } owner && owner != session.User.Id ? new SubjectNotice(number.Name, Numbered(number)) : null;
    }

    public string Named(OptionService service) => settings.Service(service);

    public string Numbered(LineNumber number)
    {
        ArgumentNullException.ThrowIfNull(number);
        return TelephoneDisplay.National(number.Number);
    }

    /// <summary>In one line: off, or how it is set.</summary>
    public string Summary(OptionSettings settings) => settings switch
    {
        { IsInUse: false } => text["Off"],
        ForwardingSettings forwarding => text["Summary.Forwarding", text["Mode." + forwarding.Mode],
            TelephoneDisplay.National(forwarding.Target)],
        VoicemailSettings voicemail => text[CountedKey.Of("Summary.Voicemail", voicemail.Rings), voicemail.Rings],
        RejectionSettings { Exceptions.Count: > 0 } rejection => text[CountedKey.Of("Summary.Rejection", rejection.Exceptions.Count),
            rejection.Exceptions.Count],
        DialSettings dial => text[CountedKey.Of("Summary.Dial", dial.Favourites.Count), dial.Favourites.Count],
        _ => text["On"],
    };

    /// <summary>Where a setting is on its way; null for one that was never saved.</summary>
    public OptionState? State(OptionSetting? row) => row is not null && settings.State(row.State) is var tag
        ? new OptionState(tag.Label, tag.Tone, Detail(row), row.State is ProvisioningState.Applying or ProvisioningState.Retrying)
        : null;

    public ListTag? Tag(OptionSetting? row) => row is null ? null : settings.State(row.State);

    public string Of(OptionConflict conflict, OptionSettings settings, NumberOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var forwarding = settings as ForwardingSettings ?? (ForwardingSettings)options.Settings(OptionService.Forwarding);
        var voicemail = settings as VoicemailSettings ?? (VoicemailSettings)options.Settings(OptionService.Voicemail);
        return text["Conflict." + conflict, forwarding.Seconds, voicemail.Rings, voicemail.Seconds];
    }

    private string Detail(OptionSetting row) => row.State switch
    {
        ProvisioningState.Retrying when row.NextTryAt is { } next => text["Retrying.At", time.Format(next, TimeStyle.Prose)],
        ProvisioningState.Applied when row.AppliedAt is { } at => text["Applied.At", time.Format(at, TimeStyle.Prose)],
        ProvisioningState.Failed => text["Failed.Text"],
        _ => "",
    };
}
