using Portal.Web.Features.Shared.Homes;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Shared;

/// <summary>
/// What one feature has waiting for the staff (ADMIN-9). A feature joins by registering one in its own folder; the
/// first page of the staff does not know which there are.
/// </summary>
public interface IStaffSection
{
    /// <summary>What is to be counted over these tenants, if anything; all sections' counts are one query.</summary>
    HomeAsk? Ask(IReadOnlyList<PortalTenant> tenants);

    /// <summary>What waits, from what was counted; each leads to where it can be done.</summary>
    IEnumerable<HomeTask> Tasks(HomeCounts counts);
}
