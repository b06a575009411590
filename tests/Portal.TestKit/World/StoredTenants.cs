using Microsoft.EntityFrameworkCore;
using Portal.Web.Data.Entities;

namespace Portal.TestKit.World;

public sealed class StoredTenants : StoredRows<Tenant>
{
    internal StoredTenants(WorldSource source)
        : base(source)
    {
    }

    public Task<Guid> IdOfAsync(string slug) => ReadAsync(tenant => tenant.Slug == slug, tenant => tenant.Id);

    /// <summary>As the staff's page does it, on another node: this one learns of it when it looks.</summary>
    public Task SuspendAsync(string slug) => ChangeAsync(tenant => tenant.Slug == slug, set => set
        .SetProperty(tenant => tenant.Status, TenantStatus.Suspended)
        .SetProperty(tenant => tenant.Version, tenant => tenant.Version + 1)
        .SetProperty(tenant => tenant.ChangedAt, Source.Clock.GetUtcNow()));

    /// <summary>As another node stores it, or one of another release: this one learns of it when it looks.</summary>
    public Task StoreProfileAsync(string slug, string text, string by) => ChangeAsync(tenant => tenant.Slug == slug, set => set
        .SetProperty(tenant => tenant.Profile, tenant => tenant.Profile.Replace(text, by))
        .SetProperty(tenant => tenant.ProfileEdited, true)
        .SetProperty(tenant => tenant.Version, tenant => tenant.Version + 1)
        .SetProperty(tenant => tenant.ChangedAt, Source.Clock.GetUtcNow()));

    public Task ReplaceInProfileAsync(string slug, string text, string by) => ChangeAsync(tenant => tenant.Slug == slug, set => set
        .SetProperty(tenant => tenant.Profile, tenant => tenant.Profile.Replace(text, by)));
}
