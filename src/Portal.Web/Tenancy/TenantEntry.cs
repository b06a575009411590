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

    /// <summary>
    /// To the rows alone of a tenant whose profile nobody can read: there is no tenant to ask for words and policies.
    /// </summary>
    public void EnterRows(Guid tenant) => scope.Use(tenant);

    /// <summary>Who is in here has shown nothing that the tenant gave out: it waits where strangers wait.</summary>
    /// <param name="address">From where it comes; empty where that is not known.</param>
    public void AsStranger(string address) => scope.Stranger = address;

    /// <summary>Goes into another tenant that is visible from here, and comes back when disposed.</summary>
    /// <exception cref="InvalidOperationException">The tenant is not visible from here.</exception>
    public IDisposable Visit(PortalTenant tenant)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        var home = current.Value;
        var inside = scope.Enter(tenant.Id);
        current.Set(tenant);
        return new Return(current, home, inside);
    }

    private sealed class Return(CurrentTenant current, PortalTenant home, IDisposable inside) : IDisposable
    {
        public void Dispose()
        {
            current.Set(home);
            inside.Dispose();
        }
    }
}
