using Microsoft.Extensions.Localization;
using Portal.Rules.Announcements;
using Portal.Web.Data.Entities;
using Portal.Web.Features.Shared.Announcements;
using Portal.Web.Features.Shared.Lists;
using Portal.Web.Lists;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Announcements;

/// <summary>The staff's list of announcements: what is shown, when, to whom, and who wrote it.</summary>
public sealed class EditorColumns(StaffLists lists, AnnouncementWords words, IStringLocalizer<EditorText> text)
{
    private static readonly AnnouncementState?[] Tabs = [null, .. Enum.GetValues<AnnouncementState>().Cast<AnnouncementState?>()];

    public ListFrame Frame(EditorQuery query, IReadOnlyList<PortalTenant> tenants, EditorCounts counts, ListPage<EditorRow> page)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentNullException.ThrowIfNull(tenants);
        ArgumentNullException.ThrowIfNull(page);
        return new ListFrame(text["Title"], new ListRows<EditorRow>(Columns(tenants.Count > 1), page.Rows) { Sort = query.Order })
        {
            Fields = tenants.Count > 1 ? [lists.Site(tenants, query.Tenant)] : [],
            Tabs = [.. Tabs.Select(state => Tab(state, query, counts))],
            Keep = "view,sort",
            None = new(text["None"], text["NoneText"]),
            NoMatch = new(text["NoMatch"], text["NoMatchText"]) { Href = StaffPaths.Announcements, Action = text["ShowAll"] },
            Span = ListSpan.Of(page),
        };
    }

    /// <summary>As tags are coloured.</summary>
    public ListTag Tag(AnnouncementState state) => new(text["State." + state], state switch
    {
        AnnouncementState.Draft => "neutral",
        AnnouncementState.Planned => "purple",
        AnnouncementState.Shown => "success",
        _ => "orange",
    });

    /// <summary>For whom it is, in words.</summary>
    public string Audience(AnnouncementAudience audience, string? service, string? contract) => audience switch
    {
        AnnouncementAudience.Service => text["AudienceOf.Service", service ?? ""],
        AnnouncementAudience.Contract => text["AudienceOf.Contract", contract ?? ""],
        _ => text["AudienceOf.Tenant"],
    };

    /// <param name="severalSites">Where there is one alone, its name in each row says nothing.</param>
    private IReadOnlyList<ListColumn<EditorRow>> Columns(bool severalSites) =>
    [
        new(text["Subject"], row => severalSites
            ? new ListCell.Lines(Link(row), new ListCell.Text(row.Tenant.Profile.Name.ToString()))
            : Link(row)) { Order = "title", NamesRow = true },
        new(text["State"], row => new ListCell.Tags([Tag(row.State), words.Tag(row.Row.Level)])),
        new(text["Window"], row => Window(row.Row)) { Order = "-from", HoldsMoments = true },
        new(text["Audience"], row => new ListCell.Text(Audience(row.Row.Audience, row.Row.Service, row.Row.Contract?.Number))),
        new(text["ViewCount"], row => new ListCell.Number(row.Row.ViewCount)) { Order = "-views", HoldsNumbers = true },
        new(text["Changed"], row => new ListCell.Lines(new ListCell.Moment(row.Row.ChangedAt), new ListCell.Text(row.Row.ChangedBy)))
        {
            Order = "-changed",
            HoldsMoments = true,
        },
    ];

    private ListCell Window(Announcement row) => row.ShownUntil is { } until
        ? new ListCell.Lines(new ListCell.Moment(row.ShownFrom), new ListCell.Moment(until))
        : new ListCell.Lines(new ListCell.Moment(row.ShownFrom), new ListCell.Text(text["WithoutEnd"]));

    private static ListCell.Link Link(EditorRow row) => new(StaffPaths.Announcement(row.Tenant.Slug, row.Row.Id),
        new ListCell.Text(AnnouncementWords.Title(row.Row.TitleJa, row.Row.TitleEn).Title));

    private ListTab Tab(AnnouncementState? state, EditorQuery query, EditorCounts counts)
    {
        var tenant = string.IsNullOrEmpty(query.Tenant) ? "" : "&tenant=" + Uri.EscapeDataString(query.Tenant);
        return new ListTab(text[state is { } one ? "State." + one : "All"],
            $"{StaffPaths.Announcements}?view={EditorQuery.Key(state)}{tenant}", state == query.State, counts.Of(state));
    }
}
