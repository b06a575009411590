using Microsoft.EntityFrameworkCore;
using Portal.Rules.Delegation;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Registration;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Domain.Telephony;

/// <summary>
/// The accounts that sign in with a contract's numbers, and its manager's with the customer number (LINE-1).
/// </summary>
public sealed class ContractAccounts(PortalDbContext db, AccountFactory factory, CurrentTenant tenant)
{
    private DoorProfile Door => tenant.Value.Profile.Doors.First(door => door.Identifier.Kind == IdentifierKind.PhoneNumber);

    public IQueryable<PortalUser> OfContract(Guid contractId)
    {
        var door = Door.Key;
        return db.Users.Where(user => user.ContractId == contractId && user.Door == door);
    }

    /// <param name="digits">A national number of the contract, or its customer number.</param>
    public Task<PortalUser?> FindAsync(Guid contractId, string digits) =>
        OfContract(contractId).Include(user => user.Contract).SingleOrDefaultAsync(user => user.UserName == digits);

    /// <summary>The account of a number, made where it had none. The caller holds the contract's lock.</summary>
    /// <inheritdoc cref="FindAsync"/>
    public async Task<PortalUser> EnsureAsync(Contract contract, string digits)
    {
        ArgumentNullException.ThrowIfNull(contract);
        if (await FindAsync(contract.Id, digits) is { } known)
        {
            return known;
        }

        var isManager = digits == contract.Number;
        var user = await factory.AddAsync(new PortalUser
        {
            UserName = digits,
            Door = Door.Key,
            Role = isManager ? AccountRole.Manager : AccountRole.Member,
            ContractId = contract.Id,
            Phone = isManager ? "" : digits,
        });
        if (!isManager && E164.Read(digits) is { } number)
        {
            var row = await db.LineNumbers.SingleAsync(found => found.ContractId == contract.Id && found.Number == number);
            row.UserId = user.Id;
        }

        await db.SaveChangesAsync();
        return user;
    }
}
