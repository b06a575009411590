using Portal.Web.Data;

namespace Portal.Web.Tenancy;

/// <summary>
/// The door through which a request, job or command comes into a tenant: from here on it sees this one alone.
/// </summary>
public sealed class TenantEntry(CurrentTenant current, TenantScope scope)
{
    public void Enter(PortalTenant tenant)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        current.Set(tenant);
        scope.Use(tenant.Id);
    }
}
