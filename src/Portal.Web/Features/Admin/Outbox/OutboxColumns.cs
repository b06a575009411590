using Microsoft.Extensions.Localization;
using Portal.Web.Data.Entities;
using Portal.Web.Data.Keysets;
using Portal.Web.Features.Shared.Lists;
using Portal.Web.Lists;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Outbox;

/// <summary>The list of mails.</summary>
public sealed class OutboxColumns(StaffLists lists, OutboxWords words, IStringLocalizer<AdminText> text)
{
    public IReadOnlyList<ListColumn<OutboxRow>> All =>
    [
        new(text["Written"], row => new ListCell.Moment(row.CreatedAt)) { HoldsMoments = true, Places = ListPlaces.File },
        new(text["Channel"], row => new ListCell.Text(text["Channel." + row.Channel])) { Places = ListPlaces.File },
        new(text["MailSubject"], row => new ListCell.Text(Named(row))) { Places = ListPlaces.File },
        new(text["Recipient"], row => new ListCell.Text(row.Recipient)) { Places = ListPlaces.File },
        new(text["SubjectAndRecipient"], row => new ListCell.Lines(
            new ListCell.Link(StaffPaths.Mail(row.Tenant.Slug, row.Id), new ListCell.Text(Named(row))),
            new ListCell.Address(row.Recipient),
            new ListCell.Whole(row.Channel == OutboxChannel.Mail ? "" : text["Channel." + row.Channel])))
        {
            NamesRow = true,
            Places = ListPlaces.Screen,
        },
        lists.SiteColumn<OutboxRow>(row => row.Tenant),
        new(text["State"], row => new ListCell.Tags([new(text["Mail." + row.State], MailTones.Of(row.State))])),
        new(text["Tries"], row => new ListCell.Number(row.Tries)) { HoldsNumbers = true },
        new(text["Written"], row => new ListCell.Moment(row.CreatedAt)) { Places = ListPlaces.Screen },
        new(text["NextTry"], row => new ListCell.Moment(row.State == OutboxState.Waiting ? row.NextTryAt : null)) { HoldsMoments = true },
    ];

    public ListFrame Frame(OutboxQuery query, IReadOnlyList<PortalTenant> tenants, KeysetPart<OutboxRow> part)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(part);
        IReadOnlyList<ListField> fields =
        [
            lists.Site(tenants, query.Tenant),
            lists.Day("from", text["WrittenFrom"], query.From),
            new("recipient", text["Recipient"], query.Recipient) { Hint = text["WholeAddress"], Type = "email" },
        ];
        return new ListFrame(text["Mails"], new ListRows<OutboxRow>(All, part.Rows))
        {
            Fields = fields,
            Tabs =
            [
                .. States.Select(state =>
                    new ListTab(state.Word, StaffPaths.Outbox + query.AddressOf(state.Key), state.Key == query.Shown)),
            ],
            Keep = "state",
            None = new(text["OutboxEmpty"], text["OutboxEmptyText"])
            {
                Href = StaffPaths.Outbox + "?state=" + OutboxQuery.All,
                Action = text["ShowAllMails"]
            },
            NoMatch = lists.NothingFound(StaffPaths.Outbox),
            Cursor = ListCursor.Of(part),
            Export = lists.Export(StaffPaths.OutboxExport, [.. fields, new("state", text["State"], query.Shown)]),
        };
    }

    /// <summary>What the list may show, and before all what it shows where nothing is asked for.</summary>
    private IEnumerable<(string? Key, string Word)> States =>
    [
        (null, text["NotOutYet"]),
        .. Enum.GetValues<OutboxState>().Select(state => ((string?)state.ToString(), text["Mail." + state].Value)),
        (OutboxQuery.All, text["AllMails"]),
    ];

    /// <summary>A webhook has no subject: its row says what it tells.</summary>
    private string Named(OutboxRow row) => row.Channel == OutboxChannel.Mail ? row.Subject : words.Kind(row.Kind);
}
