using Microsoft.Extensions.Localization;
using Portal.Rules.TemporaryPasswords;
using Portal.Rules.Text;
using Portal.Web.Data.Entities;

namespace Portal.Web.Audit.Histories;

/// <summary>What a reader is told of an event, the same on screen and in files.</summary>
public sealed class HistoryWords(AuditWords words, HistoryKinds kinds, IStringLocalizer<HistoryText> text)
{
    /// <summary>The column of the moment.</summary>
    public const string Moment = "At";

    public static readonly IReadOnlyList<string> Columns = [Moment, "Event", "Name", "LoginId", "Address", "Browser", "By"];

    public string Heading(string column) => text["Column." + column];

    public string Group(string group) => words.Group(group);

    /// <summary>What happened, and how it came out where its kind alone does not tell (FACE-6).</summary>
    public string Event(HistoryRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var told = kinds.ToldOf(row.Kind).Select(name => (Name: name, Value: EventDetails.Read(row.Details, name)))
            .Where(detail => !string.IsNullOrEmpty(detail.Value)).Select(detail => words.Told(detail.Name, detail.Value!));
        string[] more = [.. row.Reason is null ? told : told.Prepend(words.Reason(row.Reason)!)];
        return more.Length == 0 ? words.Kind(row.Kind) : text["Told", words.Kind(row.Kind), string.Join(text["Comma"], more)];
    }

    public static string? Address(HistoryScope scope, HistoryRow row)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(row);
        return scope.ShowsPlaceOf(row) ? row.Address : null;
    }

    public static string? Browser(HistoryScope scope, HistoryRow row)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(row);
        return scope.ShowsPlaceOf(row) && BrowserName.Of(row.Browser) is { Length: > 0 } name ? name : null;
    }

    /// <summary>Who acted, where that was not the owner; customers read of staff, not its name.</summary>
    public string? By(HistoryScope scope, HistoryRow row)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(row);
        return row switch
        {
            { ActorKind: ActorKind.Anonymous } => null,
            { ActorKind: ActorKind.User } when row.ActorId == row.SubjectId => null,
            { ActorKind: ActorKind.User } => row.ActorName,
            { ActorKind: ActorKind.System, Origin: nameof(TemporaryPasswordOrigin.Mail) or nameof(TemporaryPasswordOrigin.Phone) } =>
                text["By." + row.Origin],
            { ActorKind: ActorKind.System, Calling: { } number } =>
                scope.ShowsPlaceOf(row) ? text["By.Caller", number] : text["By.Phone"],
            { ActorKind: ActorKind.System } => words.Actor(ActorKind.System),
            _ when scope.Reader == HistoryReader.Staff => row.ActorName ?? words.Actor(row.ActorKind),
            _ => words.Actor(ActorKind.Staff),
        };
    }
}
