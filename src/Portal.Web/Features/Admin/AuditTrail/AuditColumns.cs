using System.Globalization;
using Microsoft.Extensions.Localization;
using Portal.Web.Audit;
using Portal.Web.Data.Entities;
using Portal.Web.Data.Keysets;
using Portal.Web.Features.Shared.Lists;
using Portal.Web.Http.Languages;
using Portal.Web.Http.TagHelpers;
using Portal.Web.Lists;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.AuditTrail;

/// <summary>The log as a list: on the screen what one looks for, in a file all that is known.</summary>
public sealed class AuditColumns(StaffLists lists, EventKinds kinds, AuditWords words, IDisplayTime time, IStringLocalizer<AdminText> text)
{
    public IReadOnlyList<ListColumn<AuditRow>> OnScreen =>
    [
        new(text["Moment"],
            row => new ListCell.Link(StaffPaths.Event(row.Tenant.Slug, row.Event.Id), new ListCell.Moment(row.Event.OccurredAt)))
        {
            NamesRow = true,
        },
        lists.SiteColumn<AuditRow>(row => row.Tenant),
        new(text["Kind"], row => new ListCell.Text(words.Kind(row.Event.Kind))),
        new(text["Subject"], row => new ListCell.Text(row.Event.SubjectName)),
        new(text["Actor"], row => new ListCell.Text(row.Event.ActorName ?? words.Actor(row.Event.ActorKind))),
        new(text["Reason"], row => new ListCell.Text(words.Reason(row.Event.Reason))),
        new(text["Details"], row => new ListCell.Facts([.. words.Facts(row.Event.Details, at => time.Format(at)).Select(Fact)])),
        new(text["Address"], row => new ListCell.Text(row.Event.Address)),
    ];

    public IReadOnlyList<ListColumn<AuditRow>> InFile =>
    [
        Plain("OccurredAt", row => Exactly(row.Event.OccurredAt)),
        Plain("Site", row => row.Tenant.Slug),
        Plain("KindCode", row => row.Event.Kind),
        Plain("Kind", row => words.Kind(row.Event.Kind)),
        Plain("Subject", row => row.Event.SubjectName),
        Plain("ActorKind", row => words.Actor(row.Event.ActorKind)),
        Plain("Actor", row => row.Event.ActorName),
        Plain("ActingAs", row => row.Event.ActingAsId?.ToString()),
        Plain("Reason", row => words.Reason(row.Event.Reason)),
        Plain("Address", row => row.Event.Address),
        Plain("Browser", row => row.Event.Browser),
        Plain("SessionHash", row => row.Event.SessionHash),
        Plain("CorrelationId", row => row.Event.CorrelationId),
        Plain("Details", row => row.Event.Details),
    ];

    /// <param name="part">Null where the search is not understood.</param>
    public ListFrame Frame(AuditQuery query, IReadOnlyList<PortalTenant> tenants, KeysetPart<AuditRow>? part)
    {
        ArgumentNullException.ThrowIfNull(query);
        var fields = Fields(query, tenants);
        var rows = part is null ? null : new ListRows<AuditRow>(OnScreen, part.Rows) { Wide = true };
        return new ListFrame(text["Events"], rows)
        {
            Fields = fields,
            None = lists.NothingFound(StaffPaths.Audit),
            Cursor = part is null ? null : ListCursor.Of(part),
            Export = lists.Export(StaffPaths.AuditExport, fields),
        };
    }

    private IReadOnlyList<Choice> Kinds => [.. kinds.All.Select(kind => new Choice(kind.Name, words.Kind(kind.Name)))];

    private IReadOnlyList<ListField> Fields(AuditQuery query, IReadOnlyList<PortalTenant> tenants) =>
    [
        lists.Site(tenants, query.Tenant),
        new("kind", text["Kind"], query.Kind) { Choices = Kinds, Any = text["AllKinds"] },
        new("subject", text["Subject"], query.Subject) { Hint = text["WholeLoginId"] },
        new("actor", text["Actor"], query.Actor) { Hint = text["WholeLoginId"] },
        new("from", text["From"], query.From) { Type = "date" },
        new("to", text["To"], query.To) { Type = "date" },
        new("address", text["Address"], query.Address),
    ];

    private ListColumn<AuditRow> Plain(string key, Func<AuditRow, string?> value) =>
        new(text["Column." + key], row => new ListCell.Text(value(row))) { Places = ListPlaces.File };

    /// <summary>Each moment names its distance from UTC.</summary>
    private string Exactly(DateTimeOffset at) => time.ToZone(at).ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture);

    private string Fact(AuditFact fact) =>
        fact.Before is null ? text["Fact", fact.Name, fact.Value] : text["Change", fact.Name, fact.Before, fact.Value];
}
