using Microsoft.Extensions.Localization;
using Portal.Rules.Provisioning;
using Portal.Web.Data.Entities;
using Portal.Web.Features.Shared.Lists;
using Portal.Web.Features.Shared.OptionServices;
using Portal.Web.Http.TagHelpers;
using Portal.Web.Lists;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Contracts;

/// <summary>The list of contracts, on the screen and as a file.</summary>
public sealed class StaffContractColumns(StaffLists lists, SettingWords settings, IStringLocalizer<ContractStaffText> text)
{
    public IReadOnlyList<ListColumn<ContractRow>> All =>
    [
        new(text["Number"], row => new ListCell.Link(StaffPaths.Contract(row.Tenant.Slug, row.Contract.Id),
            new ListCell.Whole(row.Contract.Number))) { Order = "number", NamesRow = true },
        new(text["Holder"], row => new ListCell.Lines(new ListCell.Text(row.Contract.Holder!.Name),
            new ListCell.Text(row.Tenant.Profile.Name.ToString()))) { Order = "holder", Places = ListPlaces.Screen },
        new(text["Holder"], row => new ListCell.Text(row.Contract.Holder!.Name)) { Places = ListPlaces.File },
        lists.SiteColumn<ContractRow>(row => row.Tenant) with { Places = ListPlaces.File },
        new(text["Service"], row => new ListCell.Text(row.Contract.Service)) { Order = "service" },
        new(text["State"], row => new ListCell.Tags([State(row.Contract.Status)])) { Order = "-state" },
        new(text["Users"], row => new ListCell.Number(row.Users)) { HoldsNumbers = true },
        new(text["Starts"], row => new ListCell.Day(row.Contract.StartsOn)) { Order = "-starts" },
    ];

    /// <param name="tenants">All that one could look at.</param>
    public ListFrame Frame(ContractQuery query, IReadOnlyList<PortalTenant> tenants,
        IReadOnlyDictionary<ContractView, ListCount> counts, ListPage<ContractRow> page)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentNullException.ThrowIfNull(page);
        return new ListFrame(text["Title"], new ListRows<ContractRow>(All, page.Rows) { Sort = query.Order })
        {
            Search = new ListField("q", text["Keyword"], query.Q) { Type = "search", Hint = text["KeywordHint"] },
            Fields = [.. Network(query, tenants),
                .. tenants.Count > 1 ? [lists.Site(tenants, query.Tenant)] : Array.Empty<ListField>()],
            Tabs = [.. Enum.GetValues<ContractView>().Select(view => Tab(view, query, counts))],
            Keep = "view,sort",
            None = new(text["None"], text["NoneText"]),
            NoMatch = new(text["NoMatch"], text["NoMatchText"]) { Href = StaffPaths.Contracts, Action = text["ShowAll"] },
            Span = ListSpan.Of(page),
            Export = lists.Export(StaffPaths.ContractsExport,
            [
                new("tenant", "", query.Tenant), new("q", text["Keyword"], query.Q), new("view", "", query.View),
                new("network", "", query.Network), new("sort", "", query.Sort),
            ]),
        };
    }

    private IEnumerable<ListField> Network(ContractQuery query, IReadOnlyList<PortalTenant> tenants) =>
        tenants.Any(tenant => tenant.Has(TenantFeatures.OptionServices))
            ? [new ListField("network", text["Network"], query.Network)
            {
                Choices =
                [
                    .. Enum.GetValues<ProvisioningState>().Select(state => new Choice(state.ToString(), settings.State(state).Label)),
                ],
                Any = text["Network.Any"],
            }]
            : [];

    private ListTag State(ContractStatus status) =>
        new(text["State." + status], status == ContractStatus.Suspended ? "error" : "success");

    private ListTab Tab(ContractView view, ContractQuery query, IReadOnlyDictionary<ContractView, ListCount> counts)
    {
        var kept = string.Concat(Kept("tenant", query.Tenant), Kept("q", query.Q), Kept("network", query.Network));
        return new ListTab(text["View." + view], $"{StaffPaths.Contracts}?view={ContractQuery.Key(view)}{kept}", view == query.Preset,
            counts[view]);
    }

    private static string Kept(string name, string? value) => string.IsNullOrEmpty(value) ? "" : $"&{name}={Uri.EscapeDataString(value)}";
}
