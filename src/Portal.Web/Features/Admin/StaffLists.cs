using System.Globalization;
using Microsoft.Extensions.Localization;
using Portal.Web.Features.Admin.Shared;
using Portal.Web.Features.Shared.Lists;
using Portal.Web.Http.TagHelpers;
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

    /// <summary>The conditions with which other pages lead to a queue.</summary>
    public IEnumerable<ListField> Led(StaffListInput query)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (query.Author?.ToString() is { } author)
        {
            yield return new ListField("author", text["Author"], author)
            {
                Choices = [new Choice(author, text["Author.One"])],
                Any = text["Author.Any"],
            };
        }

        yield return Day("from", text["CameFrom"], query.From);
        yield return Day("to", text["CameTo"], query.To);
    }

    public ListField Day(string name, string label, string? typed) => new(name, label, typed)
    {
        Type = "date",
        Shown = DayRange.Day(typed)?.ToString(text["DayPattern"], CultureInfo.CurrentCulture),
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
