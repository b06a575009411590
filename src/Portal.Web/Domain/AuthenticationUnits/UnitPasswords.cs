using Microsoft.EntityFrameworkCore;
using Portal.Rules.Lockout;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Hashing;
using Portal.Web.Domain.Accounts.Locks;
using Portal.Web.Domain.Accounts.Passwords;
using Portal.Web.Domain.Telephony;

namespace Portal.Web.Domain.AuthenticationUnits;

/// <summary>
/// The passwords of several numbers, each checked and counted on its own account (UNIT-1): whoever guesses at a number
/// here is locked out of it as at sign-in.
/// </summary>
public sealed class UnitPasswords(PortalDbContext db, OwnPassword own, HashAhead hashes, PasswordHashing hashing, AccountLocks locks,
    ContractAccounts accounts)
{
    /// <summary>The attempts as the accounts are now.</summary>
    /// <param name="isLocked">Under the locks of their sign-in states, taken in one order.</param>
    public async Task<IReadOnlyList<OwnPasswordTry>> ReadAsync(UnitChangeRequest request, Guid contractId, IReadOnlyList<string> asked,
        bool isLocked)
    {
        ArgumentNullException.ThrowIfNull(request);
        var tries = new List<OwnPasswordTry>();
        var users = await accounts.OfContract(contractId).Include(user => user.Contract).Where(user => asked.Contains(user.UserName!))
            .OrderBy(user => user.Id).ToListAsync();
        foreach (var user in users)
        {
            var state = isLocked
                ? await locks.SignInAsync(user.Id)
                : await db.SignInStates.AsNoTracking().SingleAsync(row => row.UserId == user.Id);
            var temporary = await db.TemporaryPasswords.SingleOrDefaultAsync(row => row.UserId == user.Id && row.EndedAt == null);
            tries.Add(new OwnPasswordTry(user, state!, temporary, request.Passwords.GetValueOrDefault(user.UserName!, ""),
                ByTemporary: false, request.FromKnownBrowser && user.Id == request.Session.UserId, UnitEvents.Failed));
        }

        return tries;
    }

    /// <summary>One hash each, with neither connection nor lock.</summary>
    public async Task<IReadOnlyDictionary<Guid, OwnPasswordVerdict>> CompareAsync(IReadOnlyList<OwnPasswordTry> tries)
    {
        ArgumentNullException.ThrowIfNull(tries);
        var verdicts = new Dictionary<Guid, OwnPasswordVerdict>();
        foreach (var attempt in tries)
        {
            verdicts[attempt.User.Id] = await hashes.RunAsync(() => own.Compare(attempt));
        }

        return verdicts;
    }

    /// <summary>The same password for each of the numbers, with a hash of its own.</summary>
    public async Task<IReadOnlyDictionary<string, string>> HashAsync(string password, IEnumerable<string> numbers)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        var made = new Dictionary<string, string>();
        foreach (var number in numbers)
        {
            made[number] = await hashes.RunAsync(() => hashing.Hash(password));
        }

        return made;
    }

    /// <summary>Counts what was wrong, each on its account; the locks are held.</summary>
    /// <returns>The numbers that were wrong; null where an account has changed since it was compared.</returns>
    public IReadOnlyList<string>? Count(IReadOnlyList<OwnPasswordTry> tries, IReadOnlyDictionary<Guid, OwnPasswordVerdict> verdicts)
    {
        ArgumentNullException.ThrowIfNull(tries);
        ArgumentNullException.ThrowIfNull(verdicts);
        var wrong = new List<string>();
        foreach (var attempt in tries)
        {
            switch (verdicts.TryGetValue(attempt.User.Id, out var verdict) ? own.IsRight(attempt, verdict) : null)
            {
                case null:
                    return null;
                case false:
                    wrong.Add(attempt.User.UserName!);
                    break;
                default:
                    attempt.State.Store(LockoutRules.Succeed(attempt.State.ToLockout(), attempt.Source));
                    break;
            }
        }

        return wrong;
    }
}
