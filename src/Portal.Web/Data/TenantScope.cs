namespace Portal.Web.Data;

/// <summary>
/// Which tenant this unit of work belongs to, and which ones it may see. Query filters use <see cref="Current"/>,
/// row-level security uses <see cref="Visible"/>; they differ only for the provider's staff.
/// </summary>
public sealed class TenantScope
{
    /// <summary>
    /// The tenant that queries and new rows belong to; empty means none, and no tenant's row is found.
    /// </summary>
    public Guid Current { get; private set; }

    public IReadOnlyList<Guid> Visible { get; private set; } = [];

    /// <summary>What is seen at this moment.</summary>
    public TenantSight Sight => new(this);

    /// <summary>
    /// The network address of a visitor who has shown nothing that the tenant gave out,
    /// neither session nor browser that it knows; null for all others.
    /// </summary>
    public string? Stranger { get; set; }

    /// <summary>Makes one tenant the only one.</summary>
    public void Use(Guid tenantId)
    {
        Current = tenantId;
        Visible = [tenantId];
    }

    /// <summary>The staff's own realm, with sight of the tenants the signed-in member of staff looks after.</summary>
    public void UseStaff(Guid staffRealm, IEnumerable<Guid> tenantIds)
    {
        Current = staffRealm;
        Visible = [staffRealm, .. tenantIds.Where(id => id != staffRealm)];
    }

    /// <summary>
    /// Background work for several tenants at once: it sees their rows, and each row it adds names its tenant.
    /// </summary>
    public void UseAll(IEnumerable<Guid> tenantIds)
    {
        Current = Guid.Empty;
        Visible = [.. tenantIds];
    }

    public void Clear()
    {
        Current = Guid.Empty;
        Visible = [];
    }

    /// <summary>Works inside a visible tenant until disposed.</summary>
    /// <exception cref="InvalidOperationException">The tenant is not visible from here.</exception>
    public IDisposable Enter(Guid tenantId)
    {
        if (!Visible.Contains(tenantId))
        {
            throw new InvalidOperationException("The tenant is outside this scope.");
        }

        var former = Current;
        Current = tenantId;
        return new Restore(this, former);
    }

    /// <summary>Works inside a tenant that comes to be in this unit of work, until disposed; it stays seen.</summary>
    public IDisposable EnterCreated(Guid tenantId)
    {
        Visible = [.. Visible, tenantId];
        return Enter(tenantId);
    }

    /// <summary>
    /// The value that PostgreSQL's row-level security policies read: only ids, so nothing can be injected.
    /// </summary>
    internal string Setting => string.Join(',', Visible);

    private sealed class Restore(TenantScope scope, Guid former) : IDisposable
    {
        public void Dispose() => scope.Current = former;
    }
}

/// <summary>Which tenants a scope shows at a moment; there is no other way to it than a scope.</summary>
public sealed class TenantSight
{
    internal TenantSight(TenantScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        Tenants = [.. scope.Visible];
    }

    public IReadOnlyList<Guid> Tenants { get; }
}
