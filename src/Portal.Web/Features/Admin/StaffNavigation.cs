using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Localization;
using Portal.Rules.Delegation;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Http.Frame;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin;

/// <summary>
/// The staff's own menu, as far as the role goes; it stands in the same place on one's own account pages.
/// </summary>
public sealed class StaffNavigation(PageContext page, CurrentTenant tenant, CurrentSession session, IStringLocalizer<AdminText> text)
    : IResultFilter, IOrderedFilter
{
    private static readonly (string Key, string Path, AccountRole From)[] Entries =
    [
        ("Dashboard", "", AccountRole.Agent),
        ("Cases", "cases", AccountRole.Agent),
        ("WorkRequests", "requests", AccountRole.Agent),
        ("Orders", "orders", AccountRole.Agent),
        ("Lockouts", "lockouts", AccountRole.Agent),
        ("Users", "users", AccountRole.Agent),
        ("Contracts", "contracts", AccountRole.Agent),
        ("Approvals", "approvals", AccountRole.Agent),
        ("Knowledge", "kb", AccountRole.TenantAdministrator),
        ("Announcements", "announcements", AccountRole.TenantAdministrator),
        ("WorkItems", "catalog", AccountRole.TenantAdministrator),
        ("RentalItems", "rental-items", AccountRole.TenantAdministrator),
        ("Staff", "staff", AccountRole.TenantAdministrator),
        ("Imports", "imports", AccountRole.TenantAdministrator),
        ("Policies", "policies", AccountRole.TenantAdministrator),
        ("Tenants", "tenants", AccountRole.TenantAdministrator),
        ("Audit", "audit", AccountRole.TenantAdministrator),
        ("Outbox", "outbox", AccountRole.TenantAdministrator),
    ];

    /// <summary>After the frame was filled in.</summary>
    public int Order => 1000;

    public void OnResultExecuting(ResultExecutingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (tenant.OrNull is not { IsStaffRealm: true } || !session.IsSignedIn || session.IsChangeOnly || session.IsEnrolOnly)
        {
            return;
        }

        // What the realm's profile offers is one's own account; that belongs to the menu under the name.
        page.MenuItems = [.. page.MenuItems, .. page.NavItems];
        page.NavItems = [];
        page.SideItems = Items(context.HttpContext.Request.Path.Value ?? "/");
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }

    private NavItem[] Items(string path) =>
        [.. Entries.Where(entry => session.Role >= entry.From)
            .Select(entry => new NavItem(text[entry.Key], HomePaths.Root + entry.Path, IsCurrent(path, "/" + entry.Path)))];

    private static bool IsCurrent(string path, string entry) =>
        path == entry || (entry.Length > 1 && path.StartsWith(entry + "/", StringComparison.Ordinal));
}
