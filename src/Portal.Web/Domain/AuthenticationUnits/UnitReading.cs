using Microsoft.EntityFrameworkCore;
using Portal.Rules.Telephony;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Telephony;

namespace Portal.Web.Domain.AuthenticationUnits;

/// <summary>Reads a contract's unit and numbers for the one who is signed in.</summary>
public sealed class UnitReading(PortalDbContext db)
{
    /// <returns>Null where the contract has no numbers or no unit.</returns>
    public async Task<UnitView?> ReadAsync(PortalUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        var contract = await db.Contracts.AsNoTracking().SingleOrDefaultAsync(row => row.Id == user.ContractId);
        var rows = await db.LineNumbers.AsNoTracking().Where(row => row.ContractId == user.ContractId).OrderBy(row => row.Order)
            .ToListAsync();
        if (contract?.AuthenticationUnit is not { } unit || rows.Find(row => row.Kind == NumberKind.Main) is not { } main)
        {
            return null;
        }

        var numbers = new UnitNumbers(E164.National(main.Number), rows.ConvertAll(row => E164.National(row.Number)), contract.Number);
        var unasked = rows.Where(row => row.UserId is null).Select(row => E164.National(row.Number)).ToHashSet();
        List<string> asked = UnitRules.MayChange(unit, numbers, user.UserName!)
            ? [.. UnitRules.Asked(unit, numbers, user.UserName!).Where(number => !unasked.Contains(number))]
            : [];
        return new UnitView(unit, numbers, asked, await UnsetAsync(user, asked));
    }

    private async Task<IReadOnlyList<string>> UnsetAsync(PortalUser reader, List<string> asked)
    {
        var unset = await db.Users.AsNoTracking()
            .Where(user => user.ContractId == reader.ContractId && user.Door == reader.Door && user.Id != reader.Id
                && user.PasswordHash == null && asked.Contains(user.UserName!))
            .Select(user => user.UserName!).ToListAsync();
        return [.. asked.Where(unset.Contains)];
    }
}
