using Portal.Web.Features.Admin.Shared;

namespace Portal.Web.Features.Admin.Staff;

/// <summary>What a member of the staff leaves behind, of all features.</summary>
public sealed class StaffDuties(IEnumerable<IStaffDuty> duties, StaffPersonList list)
{
    public async Task<IReadOnlyList<StaffDuty>> OfAsync(StaffPersonTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        var (tenants, found) = (await list.TenantsAsync(), new List<StaffDuty>());
        foreach (var each in duties)
        {
            if (await each.OfAsync(tenants, target.User.Id) is { } duty)
            {
                found.Add(duty);
            }
        }

        return found;
    }
}
