using Portal.Web.Http.Places;
using Portal.Web.Tenancy.Brands;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Http.Frame;

/// <summary>
/// What the frame around a page needs. Filled once a request by a filter, completed by the view, read by the layouts.
/// </summary>
public sealed class PageContext
{
    public string? PortalName { get; set; }
    public string? TenantSlug { get; set; }

    /// <summary>The face of the portal that the page belongs to; null at the root, which is none.</summary>
    public TenantBrand? Brand { get; set; }

    /// <summary>Beside a page for guests: what the portal is for, and whom to ask.</summary>
    public PortalNotice? Notice { get; set; }

    /// <summary>What the layout has around the page.</summary>
    public FrameShape Shape { get; set; } = FrameShape.Usual;

    /// <summary>In the place of its mark; null where the mark stands.</summary>
    public TenantLogoFacts? Logo { get; set; }
    public bool IsAdmin { get; set; }
    public bool IsDemo { get; set; }

    /// <summary>Two-letter language of the texts; follows the culture of the request unless set.</summary>
    public string Culture { get; set; } = System.Globalization.CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    /// <summary>system, light or dark.</summary>
    public string Theme { get; set; } = "system";

    public string HomeUrl { get; set; } = HomePaths.Root;
    public string? HelpUrl { get; set; }
    public string? UserDisplayName { get; set; }

    /// <summary>
    /// Who is signed in has a name; of others their login ID is shown, which no title of respect goes with.
    /// </summary>
    public bool HasName => UserDisplayName != LoginId;
    public string? LoginId { get; set; }

    /// <summary>Of the contract that one works for; null for whoever has one alone.</summary>
    public string? ContractNumber { get; set; }

    /// <summary>The page of one's own account; null while the session may not reach it.</summary>
    public string? AccountUrl { get; set; }

    /// <summary>The portal's own word for that page, where its menu has one.</summary>
    public string AccountTitle { get; set; } = "";
    public string LogoutUrl { get; set; } = SignInPaths.Logout;

    /// <summary>Set while somebody works for another person; shown as a bar on every page.</summary>
    public ActingNotice? Acting { get; set; }

    /// <summary>Set by a page that is about another account's number; shown as a bar, too.</summary>
    public SubjectNotice? Subject { get; set; }

    public BannerNotice? Banner { get; set; }

    /// <summary>
    /// Idle time after which the session ends; the warning appears two minutes before. Null: no session.
    /// </summary>
    public int? IdleSeconds { get; set; }

    /// <summary>
    /// Names the portal and this session to the other tabs; a new id after a proof leaves it as it is.
    /// </summary>
    public string SessionName { get; set; } = "";
    public string ExtendUrl { get; set; } = SignInPaths.Extend;

    public IReadOnlyList<NavItem> NavItems { get; set; } = [];
    /// <summary>Pages that are tabs of one to their readers; the page is one of them or lies behind one.</summary>
    public TabGroup? Tabs { get; set; }
    /// <summary>What can be typed into the box of the header; empty where the menu has no numbers.</summary>
    public IReadOnlyList<MenuItem> Numbers { get; set; } = [];

    /// <summary>What was typed there and leads nowhere.</summary>
    public string? TypedNumber { get; set; }

    /// <summary>The header has the box that searches everything; its own page has a larger one.</summary>
    public bool HasSearch { get; set; }

    public IReadOnlyList<NavItem> SideItems { get; set; } = [];
    public IReadOnlyList<NavItem> MenuItems { get; set; } = [];
    public IReadOnlyList<NavItem> DemoLinks { get; set; } = [];
    public IReadOnlyList<NavItem> LegalLinks { get; set; } = [];

    /// <summary>The page's own title, set by the view; the layout adds portal, list page and error prefix.</summary>
    public string Title { get; set; } = "";
    public IList<NavItem> Breadcrumb { get; } = [];
    public ListPosition? ListPosition { get; set; }

    /// <summary>Controls in the order in which the page shows them, so that the error summary can follow it.</summary>
    internal List<FieldAnchor> Fields { get; } = [];

    /// <summary>The names of the places that many pages stand below, as menus have them.</summary>
    public string HomeTitle { get; set; } = "";
    public string SecurityTitle { get; set; } = "";

    /// <summary>The way to a page of one's own account, the same for all of them.</summary>
    public void InAccount()
    {
        Crumb(HomeTitle, HomePaths.Home);
        Crumb(AccountTitle, AccountPaths.Hub);
    }

    /// <summary>The way to a page about how one proves who one is.</summary>
    public void InSecurity()
    {
        InAccount();
        Crumb(SecurityTitle, AccountPaths.Security);
    }

    public void Crumb(string text, string href) => Breadcrumb.Add(new NavItem(text, href));
}

public sealed record NavItem(string Text, string Href, bool Current = false, int? Count = null)
{
    /// <summary>So many stand in a row on the narrowest screen, too; more fold into a button (HOME-3).</summary>
    public const int Unfolded = 3;
}

public sealed record PortalNotice(string Purpose, IReadOnlyList<ContactLine> Contacts);

public sealed record TabGroup(string Title, IReadOnlyList<NavItem> Items);

/// <param name="DismissUrl">Takes the form that closes it; null where this reader cannot.</param>
public sealed record BannerNotice(string Title, string? Text, string Level, string? DetailsUrl, string? DismissUrl)
{
    /// <summary>Of title and text, where it is not the page's.</summary>
    public string? Language { get; init; }

    /// <summary>Which one is closed, where it may be shown again.</summary>
    public int? Edition { get; init; }
}

/// <param name="Id">The ID of the account; people have names alike.</param>
/// <param name="IsProxy">In a user's place, in a tab of its own; otherwise as an administrator ID.</param>
public sealed record ActingNotice(string Name, string Id, bool IsProxy, string EndUrl);

/// <summary>Whose number a page is about.</summary>
/// <param name="Name">May be empty.</param>
public sealed record SubjectNotice(string Name, string Number);

public sealed record ListPosition(int Page, int Pages);

internal sealed record FieldAnchor(string Name, string ControlId);
