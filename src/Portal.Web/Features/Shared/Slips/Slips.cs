using Portal.Web.Data.Entities;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Shared.Slips;

/// <summary>
/// Makes hand-over slips for the page that shows a temporary password once. They live in that one answer and nowhere
/// else: there is no address from which a slip could be fetched.
/// </summary>
public sealed class Slips(TenantLinks links)
{
    public Slip Of(PortalTenant tenant, PortalUser user, string password, DateTimeOffset expiresAt)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        ArgumentNullException.ThrowIfNull(user);
        var end = PasswordEnd.Of(tenant, user, expiresAt);
        return new Slip(user.UserName!, tenant.Door(user.Door).Identifier.Label.ToString(),
            user.DisplayName == user.UserName ? null : user.DisplayName, password, end.At, tenant.Profile.Name.ToString(),
            links.To(tenant, SignInPaths.Door(tenant, user.Door).TrimStart('~')), tenant.Profile.Contact)
        {
            LastDay = end.LastDay,
        };
    }
}
