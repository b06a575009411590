using Microsoft.EntityFrameworkCore;
using Portal.Rules.Standing;
using Portal.Rules.TemporaryPasswords;
using Portal.Rules.Telephony;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Standing;
using Portal.Web.Tenancy;

namespace Portal.Web.Domain.Telephony;

/// <summary>What the rules need to know of the contract from whose line somebody calls.</summary>
public sealed class CallFacts(PortalDbContext db, ContractAccounts accounts, CurrentTenant tenant, TimeProvider clock)
{
    /// <param name="caller">One of the contract's numbers, E.164.</param>
    public async Task<CallContract> ReadAsync(Guid contractId, string caller)
    {
        var contract = await db.Contracts.AsNoTracking().SingleAsync(row => row.Id == contractId);
        var numbers = await db.LineNumbers.AsNoTracking().Where(row => row.ContractId == contractId).OrderBy(row => row.Order)
            .ToListAsync();
        var users = await accounts.OfContract(contractId).AsNoTracking().Include(user => user.Contract).ToListAsync();
        var main = numbers.Find(number => number.Kind == NumberKind.Main) ?? numbers[0];
        return new CallContract(
            E164.National(caller),
            E164.National(main.Number),
            [.. numbers.Select(number => Number(E164.National(number.Number)))],
            Number(contract.Number),
            contract.AuthenticationUnit)
        {
            AsksByMail = Policy.ConfirmByMail,
        };

        CallNumber Number(string digits) => new(digits, IsOpen(contract, users.Find(user => user.UserName == digits)));
    }

    private TemporaryPasswordPolicy Policy => tenant.Value.TemporaryPasswords;

    /// <summary>
    /// A number without an account gets one with its first password, unless a mail must ask: it has no address to ask
    /// at.
    /// </summary>
    private bool IsOpen(Contract contract, PortalUser? user) => user is null
        ? contract.Status == ContractStatus.Active && Policy.SetsByPhone(hasAddress: false)
        : AccountStandings.Of(user, tenant.Value, clock.GetUtcNow()) == AccountStanding.Good
            && Policy.SetsByPhone(!string.IsNullOrEmpty(user.Email));
}
