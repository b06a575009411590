using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Portal.Rules.Delegation;
using Portal.Rules.LinkedAdministrators;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Languages;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Http.Frame;

/// <summary>
/// Tells the layouts what they show around the page, also around one that is shown in place of an action.
/// </summary>
internal sealed class PageContextFilter(PageContext page, CurrentTenant tenant, CurrentSession session, ICookieNames names,
    IOptions<SiteOptions> options, KnownPages pages, Offers offers, Menu menu, IHeaderLook look,
    IStringLocalizer<HttpText> text)
    : IAsyncAlwaysRunResultFilter
{
    private static readonly string[] Themes = ["system", "light", "dark"];

    /// <summary>Under the name of who is signed in, besides the account itself.</summary>
    private static readonly (string Key, string Path)[] Own =
    [
        ("Contract", AccountPaths.Contract), ("Security", AccountPaths.Security), ("Devices", AccountPaths.Sessions),
        ("Preferences", AccountPaths.Preferences),
    ];

    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        page.IsDemo = options.Value.Demo;
        page.DemoLinks = page.IsDemo ? [.. Instruments()] : [];
        page.Theme = Theme(context.HttpContext);
        if (tenant.OrNull is { } here)
        {
            FillPortal(here, context.HttpContext);
            if (IsDrawn(context) && page.NavItems.Count > 0)
            {
                await LookAsync();
            }
        }

        await next();
    }

    /// <summary>A page, and not one where the database may be what is wrong.</summary>
    private static bool IsDrawn(ResultExecutingContext context) => context.Result is ViewResult result
        && (result.StatusCode ?? context.HttpContext.Response.StatusCode) < StatusCodes.Status500InternalServerError;

    /// <summary>Who is not yet through the door, or must do one thing first, has no menu and is told later.</summary>
    private async Task LookAsync()
    {
        var seen = await look.LookAsync([.. page.NavItems.Select(item => item.Href)]);
        page.Banner ??= seen.Banner;
        page.NavItems = [.. page.NavItems.Select(item =>
            seen.Counts.TryGetValue(item.Href, out var count) ? item with { Count = count } : item)];
    }

    private IEnumerable<NavItem> Instruments()
    {
        yield return new NavItem(text["DemoMailbox"], SitePaths.DemoMailbox);
        if (tenant.OrNull?.Profile.TemporaryPassword is { ByPhone: true })
        {
            yield return new NavItem(text["DemoPhone"], SitePaths.DemoPhone);
        }

        if (tenant.OrNull?.Has(TenantFeatures.OptionServices) == true)
        {
            yield return new NavItem(text["DemoNetwork"], SitePaths.DemoNetwork);
        }

        if (tenant.OrNull?.Has(TenantFeatures.Orders) == true)
        {
            yield return new NavItem(text["DemoBackOffice"], SitePaths.DemoBackOffice);
        }
    }

    private void FillPortal(PortalTenant here, HttpContext context)
    {
        (page.PortalName, page.TenantSlug, page.IsAdmin) = (here.Profile.Name.ToString(), here.Slug, here.IsStaffRealm);
        (page.Brand, page.Logo) = (here.Brand, here.Logo);
        page.HelpUrl = pages.Has("login/help") ? SignInPaths.Help : null;
        if (!session.IsSignedIn)
        {
            page.Notice = new PortalNotice(here.Profile.Purpose.ToString(), here.Profile.Contact);
            return;
        }

        if (session.Acting is { } acting)
        {
            var isProxy = acting.Kind == ActingKind.UserByProxy;
            page.Acting = new ActingNotice(session.DisplayName, session.LoginId, isProxy, ActingPaths.End);

            // It is about getting in, which is done.
            page.HelpUrl = null;
        }

        (page.UserDisplayName, page.LoginId) = (session.DisplayName, session.LoginId);
        (page.HomeTitle, page.SecurityTitle) = (text["Home"], text["Security"]);
        page.AccountTitle = here.Profile.MenuTitle("account")?.ToString() ?? text["Account"];
        page.IdleSeconds = (int)here.IdleTime.TotalSeconds;
        page.SessionName =
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{here.Slug} {session.Session.CreatedAt.UtcTicks:x}");
        if (session.IsEnrolOnly)
        {
            return;
        }

        if (!session.IsChangeOnly || here.Profile.TemporaryPassword is { OtherPages: "explain" })
        {
            page.NavItems = Navigation(here, context);
            page.Numbers = menu.Numbered;
            page.HasSearch = offers.HasPage(SitePaths.Search);
            page.AccountUrl = AccountPaths.Hub;
            page.MenuItems =
                [.. Own.Where(entry => offers.HasPage(entry.Path)).Select(entry => Item(context, text[entry.Key], entry.Path))];

            // Who has several contracts sees on every page for which one it works.
            page.ContractNumber = offers.HasPage(AccountPaths.Contract) ? session.User.Contract?.Number : null;
        }
    }

    /// <summary>
    /// The tenant's menu, as far as the tenant has the feature, the user the role and the application the page.
    /// </summary>
    private List<NavItem> Navigation(PortalTenant here, HttpContext context)
    {
        IEnumerable<NavItem> entries = [.. here.Profile.Menu.SelectMany(entry => Entries(here, context, entry))];
        return OneCurrent(here.IsStaffRealm ? [.. entries] : [Item(context, text["Home"], HomePaths.Home), .. entries]);
    }

    /// <summary>Of "account" and "account/auth-unit" the latter alone is where one is.</summary>
    private static List<NavItem> OneCurrent(List<NavItem> items)
    {
        var here = items.Where(item => item.Current).MaxBy(item => item.Href.Length);
        return items.ConvertAll(item => item == here ? item : item with { Current = false });
    }

    private IEnumerable<NavItem> Entries(PortalTenant here, HttpContext context, MenuEntry entry)
    {
        if (entry.Path is not null || entry.Items is not { } items)
        {
            return Items(here, context, [entry]);
        }

        return entry.Tabs ? Group(entry, Items(here, context, items)) : Items(here, context, items);
    }

    /// <summary>Tabs are one entry of the navigation, which leads to the first of them.</summary>
    private IEnumerable<NavItem> Group(MenuEntry entry, List<NavItem> items)
    {
        if (items.Count == 0)
        {
            return [];
        }

        var tabs = OneCurrent(items);
        var isHere = tabs.Exists(tab => tab.Current);
        if (isHere)
        {
            page.Tabs = new TabGroup(entry.Title.ToString(), tabs);
        }

        return [new NavItem(entry.Title.ToString(), tabs[0].Href, isHere)];
    }

    private List<NavItem> Items(PortalTenant here, HttpContext context, IReadOnlyList<MenuEntry> entries) =>
        [.. entries.Where(entry => IsOffered(here, entry))
            .Select(entry => Item(context, entry.Title.ToString(), HomePaths.Root + Trim(entry)))];

    private static NavItem Item(HttpContext context, string title, string path) =>
        new(title, path, IsCurrent(AppPath.Current(context).Split('?')[0], AppPath.Resolve(context, path)));

    private bool IsOffered(PortalTenant here, MenuEntry entry) =>
        entry.Path is not null
        && (entry.Feature is null || here.Has(entry.Feature))
        && (!entry.ManagersOnly || session.Role is not AccountRole.Member)
        && offers.HasPage(Trim(entry));

    private static string Trim(MenuEntry entry) => entry.Path!.TrimStart('~').Trim('/');

    private static bool IsCurrent(string path, string entry) =>
        path == entry || (!entry.EndsWith('/') && path.StartsWith(entry + "/", StringComparison.Ordinal));

    private string Theme(HttpContext context)
    {
        var theme = session.Theme ?? RequestCookie.Single(context, names.Name("theme"));
        return Themes.Contains(theme) ? theme! : Themes[0];
    }
}
