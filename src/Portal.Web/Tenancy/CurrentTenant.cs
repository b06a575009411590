namespace Portal.Web.Tenancy;

/// <summary>The tenant of this request, job or command; absent outside a portal.</summary>
public sealed class CurrentTenant
{
    private PortalTenant? tenant;

    public bool IsSet => tenant is not null;

    public PortalTenant Value => tenant ?? throw new InvalidOperationException("There is no tenant here.");

    public PortalTenant? OrNull => tenant;

    public void Set(PortalTenant value) => tenant = value;
}
