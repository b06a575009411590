using Microsoft.EntityFrameworkCore;
using Portal.Rules.Delegation;
using Portal.Rules.OptionServices;
using Portal.Rules.Telephony;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Telephony;

namespace Portal.Web.Domain.OptionServices;

/// <summary>The numbers whose services an account sets (OPT-2); all others do not exist for it.</summary>
public sealed class OptionNumbers(PortalDbContext db)
{
    /// <summary>In the order of the contract.</summary>
    public async Task<IQueryable<LineNumber>> OfAsync(PortalUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        var (id, contract) = (user.Id, user.ContractId);
        var all = db.LineNumbers.Where(number => number.ContractId == contract);
        return OptionRights.Of(user.Role == AccountRole.Manager, await UnitAsync(user)) switch
        {
            NumberReach.Contract => all,
            NumberReach.Line => all.Where(number =>
                db.LineNumbers.Any(own => own.UserId == id && own.ContractId == contract && own.LineId == number.LineId)),
            _ => all.Where(number => number.UserId == id),
        };
    }

    /// <param name="digits">National ones, as addresses have them.</param>
    /// <returns>Null for one that is not this account's; not tracked.</returns>
    public async Task<LineNumber?> FindAsync(PortalUser user, string digits) => E164.Read(digits) is { } number
        ? await (await OfAsync(user)).AsNoTracking().SingleOrDefaultAsync(row => row.Number == number)
        : null;

    private async Task<AuthenticationUnit?> UnitAsync(PortalUser user) =>
        await db.Contracts.Where(contract => contract.Id == user.ContractId).Select(contract => contract.AuthenticationUnit)
            .SingleOrDefaultAsync();
}
