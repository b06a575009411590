using Microsoft.Extensions.Localization;
using Portal.Web.Data.Entities;
using Portal.Web.Features.Admin.Shared;
using Portal.Web.Features.Shared.Search;
using Portal.Web.Lists;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Contracts;

/// <summary>Finds contracts, as their list does.</summary>
public sealed class ContractFinder(ContractList list, IStringLocalizer<ContractStaffText> text) : IStaffFinder
{
    public int Order => 2;

    public async Task<StaffFinds?> FindAsync(IReadOnlyList<PortalTenant> tenants, string typed)
    {
        var within = ContractList.WithContracts(tenants);
        return within.Count == 0 ? null : StaffFinds.Of(text["Title"], await list.FirstAsync(within, typed, StaffFinds.Asked), Hit,
            StaffPaths.Contracts + "?q=", typed);
    }

    private SearchHit Hit(ContractRow row) =>
        new(row.Contract.Holder!.Name, StaffPaths.Contract(row.Tenant.Slug, row.Contract.Id),
            [row.Tenant.Profile.Name.ToString(), row.Contract.Number, row.Contract.Service])
        {
            Tags = row.Contract.Status == ContractStatus.Suspended ? [new ListTag(text["State.Suspended"], "error")] : [],
        };
}
