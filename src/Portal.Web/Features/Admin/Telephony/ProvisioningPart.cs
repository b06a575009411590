using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Features.Admin.Shared;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Telephony;

/// <param name="Shown">In the order of the numbers.</param>
/// <param name="Total">How many settings there are, shown or not.</param>
public sealed record ProvisioningFacts(IReadOnlyList<OptionSetting> Shown, int Total);

/// <summary>What is set beside the lines of a contract, and where it is on its way into the network (OPT-3).</summary>
public sealed class ProvisioningPart(PortalDbContext db, IStringLocalizer<TelephonyStaffText> text) : IStaffPart
{
    private const int RowsShown = 200;

    public Task<StaffPart?> OfPersonAsync(PortalTenant tenant, PortalUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return PartAsync(db.OptionSettings.Where(row => row.Number!.UserId == user.Id));
    }

    public Task<StaffPart?> OfContractAsync(PortalTenant tenant, Contract contract)
    {
        ArgumentNullException.ThrowIfNull(contract);
        return PartAsync(db.OptionSettings.Where(row => row.Number!.ContractId == contract.Id));
    }

    private static Task<List<OptionSetting>> ShownAsync(IQueryable<OptionSetting> rows) => rows.Include(row => row.Number)
        .OrderBy(row => row.Number!.Order).ThenBy(row => row.Number!.Number).ThenBy(row => row.Service).Take(RowsShown)
        .AsNoTracking().ToListAsync();

    private async Task<StaffPart?> PartAsync(IQueryable<OptionSetting> rows) => await rows.CountAsync() is > 0 and var total
        ? new StaffPart("provisioning", text["Options"], "/Features/Admin/Telephony/_Provisioning.cshtml",
            new ProvisioningFacts(await ShownAsync(rows), total))
        : null;
}
