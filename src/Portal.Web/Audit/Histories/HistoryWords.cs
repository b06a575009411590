using Microsoft.Extensions.Localization;
using Portal.Rules.TemporaryPasswords;
using Portal.Rules.Text;
using Portal.Web.Data.Entities;

namespace Portal.Web.Audit.Histories;

/// <summary>What a reader is told of an event, the same on screen and in files.</summary>
public sealed class HistoryWords(AuditWords words, IStringLocalizer<HistoryText> text)
{
    /// <summary>The column of the moment.</summary>
    public const string Moment = "At";

    public static readonly IReadOnlyList<string> Columns = [Moment, "Event", "Name", "LoginId", "Address", "Browser", "By"];

    public string Heading(string column) => text["Column." + column];

    public string Group(string group) => words.Group(group);

    public string Event(HistoryRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return words.Kind(row.Kind);
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
            { ActorKind: ActorKind.System } => words.Actor(ActorKind.System),
            _ when scope.Reader == HistoryReader.Staff => row.ActorName ?? words.Actor(row.ActorKind),
            _ => words.Actor(ActorKind.Staff),
        };
    }
}
