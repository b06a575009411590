using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Rules.Cases;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Features.Admin.Shared;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Cases.Parts;

/// <summary>The cases of a contract that are open, and a way to open one.</summary>
/// <param name="Shown">The first of them, oldest change first.</param>
/// <param name="Total">Of all that are open.</param>
/// <param name="New">Where one is opened.</param>
public sealed record ContractCases(PortalTenant Tenant, IReadOnlyList<SupportCase> Shown, int Total, string New);

/// <summary>Shows on the staff's page of a contract what is open there (ADMIN-4).</summary>
public sealed class CasesPart(PortalDbContext db, IStringLocalizer<DeskText> text) : IStaffPart
{
    private const int Most = 10;

    public async Task<StaffPart?> OfContractAsync(PortalTenant tenant, Contract contract)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        ArgumentNullException.ThrowIfNull(contract);
        if (!tenant.Has(TenantFeatures.Cases))
        {
            return null;
        }

        var open = db.Cases.AsNoTracking().Where(row => row.ContractId == contract.Id && row.Status != CaseStatus.Closed);
        var shown = await open.OrderBy(row => row.UpdatedAt).ThenBy(row => row.Id).Take(Most).ToListAsync();
        var facts = new ContractCases(tenant, shown, shown.Count < Most ? shown.Count : await open.CountAsync(),
            StaffPaths.NewCase(tenant.Slug, contract.Id));
        return new StaffPart("cases", text["OpenCases"], "/Features/Admin/Cases/Parts/_ContractCases.cshtml", facts);
    }
}
