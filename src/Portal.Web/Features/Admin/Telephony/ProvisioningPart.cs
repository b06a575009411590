using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Features.Admin.Shared;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Telephony;

/// <summary>What is set beside the lines of a contract, and where it is on its way into the network (OPT-3).</summary>
public sealed class ProvisioningPart(PortalDbContext db, IStringLocalizer<TelephonyStaffText> text) : IStaffPart
{
    private const int RowsShown = 200;

    public async Task<StaffPart?> OfPersonAsync(PortalTenant tenant, PortalUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return Part(await RowsAsync(db.OptionSettings.Where(row => row.Number!.UserId == user.Id)));
    }

    public async Task<StaffPart?> OfContractAsync(PortalTenant tenant, Contract contract)
    {
        ArgumentNullException.ThrowIfNull(contract);
        return Part(await RowsAsync(db.OptionSettings.Where(row => row.Number!.ContractId == contract.Id)));
    }

    private static Task<List<OptionSetting>> RowsAsync(IQueryable<OptionSetting> rows) => rows.Include(row => row.Number)
        .OrderBy(row => row.Number!.Order).ThenBy(row => row.Number!.Number).ThenBy(row => row.Service).Take(RowsShown)
        .AsNoTracking().ToListAsync();

    private StaffPart? Part(IReadOnlyList<OptionSetting> rows) => rows.Count == 0
        ? null
        : new StaffPart("provisioning", text["Options"], "/Features/Admin/Telephony/_Provisioning.cshtml", rows);
}
