using Microsoft.AspNetCore.Authorization;
using Portal.Web.Domain.Accounts.Delegation;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

namespace Portal.Web.Http.Guards;

/// <summary>
/// Whether a link may be offered to the one who is signed in: the portal has the page, and its guards let this one in
/// (SAFE-4). Menus, components and the ways back from an act ask here, so that no page repeats a guard's condition.
/// </summary>
public sealed class Offers(KnownPages pages, CurrentTenant tenant, CurrentSession session, Delegates delegates)
{
    /// <param name="path">"~/operators?state=locked". What only a row's page or a file can answer is for those to offer
    /// who know the row.</param>
    public bool Has(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var (isKnown, isOpen) = (false, false);
        foreach (var page in pages.At(path.Split('?', '#')[0].TrimStart('~')))
        {
            (isKnown, isOpen) = (true, isOpen || Has(page.Metadata));
        }

        return !isKnown || isOpen;
    }

    /// <summary>The same for a menu, which leads to pages alone.</summary>
    public bool HasPage(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return pages.Has(path.TrimStart('~'), tenant.Value) && Has(path);
    }

    /// <summary>The same for a form that is known by its marks.</summary>
    internal bool Has(EndpointMetadataCollection marks) => SiteMatcherPolicy.IsServed(marks, tenant.OrNull) && LetsIn(marks);

    /// <summary>Whether this request's own guards let this one in, as far as they need no row for it.</summary>
    internal bool LetsIn(EndpointMetadataCollection marks) => !session.IsSignedIn || (!IsClosed(marks) && GuardsLetIn(marks));

    private bool IsClosed(EndpointMetadataCollection marks) => session.Acting is not null && ActingGate.IsClosed(marks);

    // A menu asks for dozens of pages: the endpoint remembers its marks of each kind.
    private bool GuardsLetIn(EndpointMetadataCollection marks) =>
        marks.GetOrderedMetadata<IAuthorizeData>()
            .All(page => Policies.LetsIn(page.Policy, tenant.OrNull is { IsStaffRealm: true }, session.Role))
        && marks.GetOrderedMetadata<IUserGuard>().All(guard => guard.LetsIn(session.User))
        && marks.GetOrderedMetadata<ContractGuardAttribute>().All(guard => guard.LetsIn(session.User, delegates));
}
