using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Web.Data;
using Portal.Web.Data.Entities;

namespace Portal.Web.Features.Operators.Index;

/// <summary>A contract as people know it: number and holder.</summary>
public sealed class ContractNames(PortalDbContext db, IStringLocalizer<OperatorsText> text)
{
    public async Task<string> OfAsync(PortalUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        var contract = await db.Contracts.Where(row => row.Id == user.ContractId)
            .Select(row => new { row.Number, Holder = row.Holder!.Name }).SingleAsync();
        return text["ContractOf", contract.Number, contract.Holder];
    }
}
