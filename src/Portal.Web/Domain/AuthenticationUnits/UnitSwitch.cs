using Microsoft.EntityFrameworkCore;
using Portal.Web.Audit;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Locks;
using Portal.Web.Domain.Accounts.Passwords;
using Portal.Web.Domain.Accounts.Registration;
using Portal.Web.Domain.Telephony;

namespace Portal.Web.Domain.AuthenticationUnits;

/// <summary>
/// Gives every number that signs in from now on its account and the one password, and removes the accounts of those
/// that do not (UNIT-2). Everybody else's sessions end by it.
/// </summary>
public sealed class UnitSwitch(ContractAccounts accounts, AccountLocks locks, PasswordReplacement replacement, RemovalService removal,
    AuditLog audit)
{
    /// <summary>All accounts of the contract with their sign-in states, under their locks.</summary>
    public async Task<IReadOnlyDictionary<PortalUser, SignInState>> LockAsync(Guid contractId)
    {
        var users = await accounts.OfContract(contractId).Include(user => user.Contract).OrderBy(user => user.Id).ToListAsync();
        var states = new Dictionary<PortalUser, SignInState>();
        foreach (var user in users)
        {
            states[user] = (await locks.SignInAsync(user.Id))!;
        }

        foreach (var user in users)
        {
            await locks.AccountAsync(user);
        }

        return states;
    }

    /// <summary>The caller holds all locks.</summary>
    public async Task ApplyAsync(Contract contract, ProvenUnit proven, IReadOnlyDictionary<PortalUser, SignInState> known,
        PortalUser signedIn, IReadOnlyList<string> signingIn)
    {
        ArgumentNullException.ThrowIfNull(contract);
        ArgumentNullException.ThrowIfNull(proven);
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(signedIn);
        contract.AuthenticationUnit = proven.To;
        var since = signedIn.PasswordChangedAt;
        var numbers = string.Join(' ', signingIn);
        foreach (var number in signingIn)
        {
            var user = known.Keys.FirstOrDefault(row => row.UserName == number);
            if (user is null)
            {
                user = await accounts.EnsureAsync(contract, number);
                user.PasswordHash = proven.Hashes[number];
            }
            else if (user.Id != signedIn.Id)
            {
                await replacement.SetAsync(user, known[user], proven.Hashes[number]);
            }

            // It is no new password: it has its age.
            user.PasswordChangedAt = since;
            audit.Record(UnitEvents.Changed, AuditSubject.Of(user),
                details: new { from = proven.From.ToString(), to = proven.To.ToString(), numbers });
        }

        foreach (var user in known.Keys.Where(row => !signingIn.Contains(row.UserName!)))
        {
            // By what one signs in from now on, its owner is told in the same mail as that this number does no more.
            audit.Record(UnitEvents.Changed, AuditSubject.Of(user), details: new
            {
                from = proven.From.ToString(),
                to = proven.To.ToString(),
                numbers,
                email = user.Email,
                language = user.Language,
                timeZone = user.TimeZone,
            });
            await removal.RemoveAsync(user, UnitEvents.Changed, isTold: false);
        }
    }
}
