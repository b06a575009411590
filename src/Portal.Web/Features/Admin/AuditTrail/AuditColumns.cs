using System.Globalization;
using Microsoft.Extensions.Localization;
using Portal.Web.Audit;
using Portal.Web.Audit.Histories;
using Portal.Web.Data.Entities;
using Portal.Web.Data.Keysets;
using Portal.Web.Features.Admin.Shared;
using Portal.Web.Features.Shared.Histories;
using Portal.Web.Features.Shared.Lists;
using Portal.Web.Http.Languages;
using Portal.Web.Http.TagHelpers;
using Portal.Web.Lists;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.AuditTrail;

/// <summary>The log as a list: on the screen sentences, in a file a column for all that is known.</summary>
public sealed class AuditColumns(StaffLists lists, EventKinds kinds, HistoryKinds histories, AuditWords words,
    AuditSentences sentences, StaffFacts facts, IDisplayTime time, IStringLocalizer<AdminText> text)
{
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
        var rows = part is null
            ? null
            : new AuditEntries([.. part.Rows.Select(Entry)], new AuditLabels(text["TimesIn", time.ZoneInWords], text["Details"],
                reason => text["ReasonIn", reason], times => text["TimesInARow", times]));
        return new ListFrame(text["Events"], rows)
        {
            Fields = fields,
            None = lists.NothingFound(StaffPaths.Audit),
            Cursor = part is null ? null : ListCursor.Of(part),
            Export = lists.Export(StaffPaths.AuditExport, fields),
        };
    }

    public AuditEntry Entry(AuditRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var (happened, at) = (row.Event, time.ToZone(row.Event.OccurredAt));
        return new AuditEntry(StaffPaths.Event(row.Tenant.Slug, happened.Id), sentences.Of(happened), at,
            at.ToString(text["SecondPattern"], CultureInfo.CurrentCulture), row.Tenant.Profile.Name.ToString(), [.. More(row)])
        {
            Tone = HistoryTones.Of(histories, happened.Kind, happened.Reason),
            Address = happened.Address,
        };
    }

    private IEnumerable<(string Name, IReadOnlyList<string> Values)> More(AuditRow found)
    {
        var row = found.Event;
        IEnumerable<(string Key, IEnumerable<string?> Values)> known =
        [
            ("Details", facts.Of(row, found.Tenant).Select(Fact)),
            ("Kind", [text["KindOf", words.Kind(row.Kind), row.Kind]]),
            ("Actor", [row.ActorName is null ? words.Actor(row.ActorKind) : text["ActorOf", row.ActorName, words.Actor(row.ActorKind)]]),
            ("ActingAs", [row.ActingAsId?.ToString()]),
            ("Address", [row.Address]),
            ("Browser", [row.Browser]),
            ("SessionHash", [row.SessionHash]),
            ("CorrelationId", [row.CorrelationId]),
        ];
        return known.Select(fact => (text[fact.Key].Value, (IReadOnlyList<string>)[.. fact.Values.OfType<string>()]))
            .Where(fact => fact.Item2.Count > 0);
    }

    /// <summary>Also what is counted as one, so that a bar of the first page leads to what it counts.</summary>
    private IReadOnlyList<Choice> Kinds =>
    [
        .. AuditSeries.All.Where(series => series.Kinds.Length > 1)
            .Select(series => new Choice(series.Word, text["AllOf", text[series.Key]]) { Group = text["SeveralKinds"] }),
        .. kinds.All.Select(kind => new Choice(kind.Name, words.Kind(kind.Name)) { Group = words.Area(kind) })
            .GroupBy(choice => choice.Group).OrderBy(area => area.Key, Order)
            .SelectMany(area => area.OrderBy(choice => choice.Text, Order)),
    ];

    /// <summary>As readers of the language look words up.</summary>
    private static StringComparer Order => StringComparer.Create(CultureInfo.CurrentUICulture, CompareOptions.None);

    private IReadOnlyList<Choice> HoursOfDay =>
    [
        .. Enumerable.Range(0, 24)
            .Select(hour => new Choice(hour.ToString(CultureInfo.InvariantCulture), text["HourFrom", hour, hour + 1])),
    ];

    private IReadOnlyList<ListField> Fields(AuditQuery query, IReadOnlyList<PortalTenant> tenants) =>
    [
        lists.Site(tenants, query.Tenant),
        new("kind", text["Kind"], query.Kind) { Choices = Kinds, Any = text["AllKinds"] },
        new("subject", text["Subject"], query.Subject) { Hint = text["WholeLoginId"] },
        new("actor", text["Actor"], query.Actor) { Hint = text["WholeLoginId"] },
        new("from", text["From"], query.From) { Type = "date", Along = "hour" },
        new("to", text["To"], query.To) { Type = "date", Along = "hour" },
        new("hour", text["HourOfDay"], query.Hour) { Choices = HoursOfDay, Any = text["WholeDay"] },
        new("address", text["Address"], query.Address),
    ];

    private ListColumn<AuditRow> Plain(string key, Func<AuditRow, string?> value) =>
        new(text["Column." + key], row => new ListCell.Text(value(row))) { Places = ListPlaces.File };

    /// <summary>Each moment names its distance from UTC.</summary>
    private string Exactly(DateTimeOffset at) => time.ToZone(at).ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture);

    private string Fact(AuditFact fact) =>
        fact.Before is null ? text["Fact", fact.Name, fact.Value] : text["Change", fact.Name, fact.Before, fact.Value];
}
