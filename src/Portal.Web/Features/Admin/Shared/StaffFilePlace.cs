using Portal.Web.Features.Shared.Files;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Shared;

/// <summary>Lets the staff send files into the tenants within its reach, and users into their own.</summary>
public sealed class StaffFilePlace(StaffReach reach, CurrentTenant tenant) : IFilePlace
{
    public async Task<IDisposable?> EnterAsync(string? site)
    {
        if (!tenant.Value.IsStaffRealm)
        {
            return site is null ? new Here() : null;
        }

        return site is not null && await reach.FindAsync(site) is { } named ? reach.Enter(named) : null;
    }

    /// <summary>There is nothing to come back from.</summary>
    private sealed class Here : IDisposable
    {
        public void Dispose()
        {
        }
    }
}
