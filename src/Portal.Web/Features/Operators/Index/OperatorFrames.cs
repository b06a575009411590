using System.Globalization;
using Microsoft.Extensions.Localization;
using Portal.Rules.Delegation;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Delegation;
using Portal.Web.Features.Shared.Lists;
using Portal.Web.Forms;
using Portal.Web.Http.Places;
using Portal.Web.Http.TagHelpers;
using Portal.Web.Lists;

namespace Portal.Web.Features.Operators.Index;

/// <summary>
/// The list of a contract's IDs as a page shows it: search, states with their numbers, rows, file (FACE-5).
/// </summary>
public sealed class OperatorFrames(OperatorColumns columns, IEnumerable<IPeopleColumn> others, OperatorWords words, Delegates delegates,
    IStringLocalizer<OperatorsText> text)
{
    public async Task<ListFrame> OfAsync(PortalUser who, OperatorFilter filter, OperatorCounts counts, ListPage<OperatorRow> page)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentNullException.ThrowIfNull(page);
        var shown = columns.OnScreen(who, filter, await OthersAsync(who, page));
        var rows = new ListRows<OperatorRow>(shown, page.Rows) { Sort = filter.Shown(words.Profile.Columns).Sort };
        return new ListFrame(words.ManyTitle, rows)
        {
            Search = new("q", text["Search"], filter.Query)
            {
                Hint = text["SearchHint", Listed(Sought)],
                Type = "search",
            },
            Fields = [.. Disabled(who, filter), Size(filter)],
            Tabs = [.. Tabs(filter, counts)],
            Keep = "state,sort",
            None = new(text["NoneYet", words.Many], text["NoneYetText"]),
            NoMatch = new(text["NoMatch", words.Many], text["NoMatchText"])
            {
                Href = OperatorPaths.Index,
                Action = text["ClearFilter"],
            },
            Span = ListSpan.Of(page),
            Export = delegates.MayInContract(who, DelegatedAct.Export)
                ? new(OperatorPaths.Export + filter.ToQueryString(), text["Export"], text["ExportXlsx"])
                : null,
        };
    }

    /// <summary>
    /// What people are found by, as far as they have it here; where the address is the ID, it is named once.
    /// </summary>
    private IReadOnlyList<string> Sought =>
    [
        FormWords.InSentence(words.Id),
        FormWords.InSentence(words.Heading("name")),
        .. words.HasField("email") && !words.IsPair ? [FormWords.InSentence(words.Heading("email"))] : Array.Empty<string>(),
        .. words.HasField("department") ? [FormWords.InSentence(words.Heading("department"))] : Array.Empty<string>(),
    ];

    private string Listed(IReadOnlyList<string> named) =>
        string.Join(text["Comma"], named.SkipLast(1)) + text["And"].Value + named[^1];

    private async Task<IReadOnlyList<ListColumn<OperatorRow>>> OthersAsync(PortalUser who, ListPage<OperatorRow> page)
    {
        var found = new List<ListColumn<OperatorRow>>();
        foreach (var other in others.Where(column => column.IsShownTo(who)))
        {
            var cells = await other.ReadAsync([.. page.Rows.Select(row => row.User)]);
            found.Add(new ListColumn<OperatorRow>(other.Heading, row => cells.GetValueOrDefault(row.User.Id) ?? new ListCell.Text(""))
            {
                Places = ListPlaces.Screen,
            });
        }

        return found;
    }

    private IEnumerable<ListField> Disabled(PortalUser who, OperatorFilter filter) => delegates.MayInContract(who, DelegatedAct.Disable)
        ?
        [
            new("disabled", text["DisabledOnes"], filter.EnabledOnly ? OperatorFilter.Hide : "")
            {
                Choices = [new Choice(OperatorFilter.Hide, text["HideDisabled"])],
                Any = text["ShowDisabled"],
            },
        ]
        : [];

    private ListField Size(OperatorFilter filter) => new("size", text["PageSize"], filter.Size.ToString(CultureInfo.InvariantCulture))
    {
        Choices = [.. OperatorFilter.Sizes.Select(size => new Choice(size.ToString(CultureInfo.InvariantCulture), text["Rows", size]))],
        Narrows = false,
    };

    /// <summary>
    /// All, and each state that somebody is in; the one that is looked at stays, even when it is empty.
    /// </summary>
    private IEnumerable<ListTab> Tabs(OperatorFilter filter, OperatorCounts counts) => OperatorStates.Filters
        .Where(state => state == filter.State || counts.Of(state).Number > 0).Select(state => (OperatorState?)state).Prepend(null)
        .Select(state => new ListTab(text[state is null ? "AllStates" : "State." + state],
            OperatorPaths.Index + (filter with { State = state, Page = 1 }).ToQueryString(), state == filter.State, counts.Of(state)));
}
