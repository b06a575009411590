using Portal.Rules.Delegation;
using Portal.Rules.Text;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Http.Frame;

/// <param name="Code">The numbers from the top, "99-01-03"; empty where the menu has none.</param>
/// <param name="Path">"~/…", or null for a heading.</param>
public sealed record MenuItem(string Code, string Title, string? Description, string? Path, IReadOnlyList<MenuItem> Items);

/// <summary>
/// The tenant's menu, as far as the tenant has the feature and the user the role: nothing in it leads into the void.
/// </summary>
public sealed class Menu(CurrentTenant tenant, CurrentSession session, Offers offers)
{
    private IReadOnlyList<MenuItem>? items;

    public IReadOnlyList<MenuItem> Items => items ??= Visible(tenant.Value.Profile.Menu, "");

    /// <summary>Every page that has a number, one beside the other: what can be typed.</summary>
    public IReadOnlyList<MenuItem> Numbered => tenant.Value.Has(TenantFeatures.Menu)
        ? [.. Flat(Items).Where(item => item is { Code.Length: > 0, Path: not null, Items: [] })]
        : [];

    /// <summary>
    /// Where a typed code leads, a group's to its first page; full-width digits and other hyphens are as good.
    /// </summary>
    public string? Find(string? code)
    {
        if (string.IsNullOrWhiteSpace(code))
        {
            return null;
        }

        var typed = Digits(code);
        return typed.Length == 0 ? null : Flat(Items).Where(item => Digits(item.Code) == typed).Select(FirstPath).FirstOrDefault();
    }

    private static string? FirstPath(MenuItem item) => item.Path ?? item.Items.Select(FirstPath).FirstOrDefault(path => path is not null);

    private static string Digits(string code) => CanonicalText.PhoneNumber(code);

    private static IEnumerable<MenuItem> Flat(IEnumerable<MenuItem> items) => items.SelectMany(item => Flat(item.Items).Append(item));

    private List<MenuItem> Visible(IReadOnlyList<MenuEntry> entries, string above) =>
        [.. entries.Where(IsOffered).Select(entry => Item(entry, above)).Where(item => item.Path is not null || item.Items.Count > 0)];

    private MenuItem Item(MenuEntry entry, string above)
    {
        var code = entry.Number is not { Length: > 0 } number ? "" : above.Length == 0 ? number : $"{above}-{number}";
        var path = entry.Path is { } target && offers.HasPage(target) ? HomePaths.Root + target.Trim('/') : null;
        return new MenuItem(code, entry.Title.ToString(), entry.Description?.ToString(), path,
            entry.Items is { } items ? Visible(items, code) : []);
    }

    private bool IsOffered(MenuEntry entry) =>
        (entry.Feature is null || tenant.Value.Has(entry.Feature)) && (!entry.ManagersOnly || session.Role != AccountRole.Member);
}
