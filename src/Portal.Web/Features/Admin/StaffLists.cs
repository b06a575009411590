using Microsoft.Extensions.Localization;
using Portal.Web.Features.Shared.Lists;
using Portal.Web.Lists;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin;

/// <summary>What the lists of the staff have in common: the tenant as condition and column, and their words.</summary>
public sealed class StaffLists(IStringLocalizer<AdminText> text)
{
    public ListField Site(IReadOnlyList<PortalTenant> tenants, string? slug) => new("tenant", text["Site"], slug)
    {
        Choices = [.. TenantChoices.Of(tenants)],
        Any = text["AllSites"],
    };

    public ListField Search(string? typed) =>
        new("q", text["SearchText"], typed) { Hint = text["SearchHint"], Type = "search" };

    public ListColumn<T> SiteColumn<T>(Func<T, PortalTenant> tenant) =>
        new(text["Site"], row => new ListCell.Text(tenant(row).Profile.Name.ToString()));

    /// <param name="list">Where all conditions are gone; null where there is no such page.</param>
    public ListEmpty NothingFound(string? list) => new(text["NothingFound"], text["NothingFoundText"])
    {
        Href = list,
        Action = list is null ? null : text["ClearConditions"].Value,
    };

    public ListExport Export(string path, IReadOnlyList<ListField> conditions) =>
        new(path, text["ExportCsv"], text["ExportXlsx"]) { Conditions = conditions };
}
