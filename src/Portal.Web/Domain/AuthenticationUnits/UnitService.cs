using Microsoft.EntityFrameworkCore;
using Portal.Rules.Telephony;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Hashing;
using Portal.Web.Domain.Accounts.Locks;
using Portal.Web.Domain.Accounts.Passwords;
using Portal.Web.Domain.Accounts.Sessions;

namespace Portal.Web.Domain.AuthenticationUnits;

/// <summary>
/// Changing the authentication unit: every password asked is checked first (UNIT-1, UNIT-3), the change itself waits
/// for its confirmation and is one transaction (UNIT-4).
/// </summary>
public sealed class UnitService(PortalDbContext db, UnitOfWork work, AccountLocks locks, SessionService sessions, UnitReading reading,
    UnitPasswords passwords, UnitSwitch change, UnitProof proof)
{
    private const int Rounds = 3;

    /// <summary>Checks all passwords, and hands back a proof.</summary>
    public async Task<UnitOutcome> PrepareAsync(UnitChangeRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        for (var round = 0; round < Rounds; round++)
        {
            db.ChangeTracker.Clear();
            try
            {
                return await RoundAsync(request);
            }
            catch (OvertakenException)
            {
                // Nothing of this round is left: it was rolled back.
            }
            catch (TooBusyException)
            {
                break;
            }
        }

        db.ChangeTracker.Clear();
        return new UnitOutcome.TooBusy();
    }

    /// <summary>The confirmed change.</summary>
    public async Task<UnitOutcome> ApplyAsync(Session session, string? token)
    {
        ArgumentNullException.ThrowIfNull(session);
        var signedIn = await db.Users.OwnAsync(session.UserId);
        if (proof.Read(session, token) is not { } proven || signedIn.ContractId is not { } contractId)
        {
            return new UnitOutcome.TooLate();
        }

        await locks.ContractAsync(contractId);
        var known = await change.LockAsync(contractId);
        var contract = await db.Contracts.SingleAsync(row => row.Id == contractId);
        await db.Entry(contract).ReloadAsync();
        var view = await reading.ReadAsync(signedIn);
        if (!await sessions.StillCountsAsync(session) || view is null || view.Unit != proven.From
            || proven.Compared.Any(pair => known.Keys.FirstOrDefault(user => user.Id == pair.Key)?.PasswordHash != pair.Value))
        {
            return new UnitOutcome.TooLate();
        }

        var signingIn = UnitRules.SigningIn(proven.To, view.Numbers);
        if (signingIn.Any(number => number != signedIn.UserName && !proven.Hashes.ContainsKey(number)))
        {
            return new UnitOutcome.TooLate();
        }

        await change.ApplyAsync(contract, proven, known, signedIn, signingIn);
        return new UnitOutcome.Changed(signingIn, signingIn.Contains(signedIn.UserName));
    }

    private async Task<UnitOutcome> RoundAsync(UnitChangeRequest request)
    {
        var (view, contractId, tries) = await work.RunAsync(() => ReadAsync(request));
        if (view is null || view.Asked.Count == 0 || view.Unit == request.To)
        {
            return new UnitOutcome.NotAllowed();
        }

        var verdicts = await passwords.CompareAsync(tries);
        var hashes = verdicts.Values.All(verdict => verdict.IsRight)
            ? await passwords.HashAsync(request.Passwords[request.SignedIn], UnitRules.SigningIn(request.To, view.Numbers))
            : null;
        db.ChangeTracker.Clear();
        return await work.RunAsync(async () =>
        {
            await locks.ContractAsync(contractId);
            var locked = await passwords.ReadAsync(request, contractId, view.Asked, isLocked: true);
            if (!await sessions.StillCountsAsync(request.Session))
            {
                return new UnitOutcome.SessionOver();
            }

            var wrong = passwords.Count(locked, verdicts) ?? throw new OvertakenException();
            return wrong.Count > 0 || hashes is null
                ? new UnitOutcome.Wrong(wrong)
                : (UnitOutcome)new UnitOutcome.Prepared(view, proof.Write(request.Session, new ProvenUnit(view.Unit, request.To,
                    locked.ToDictionary(attempt => attempt.User.Id, attempt => attempt.User.PasswordHash!), hashes)));
        });
    }

    private async Task<(UnitView? View, Guid ContractId, IReadOnlyList<OwnPasswordTry> Tries)> ReadAsync(
        UnitChangeRequest request)
    {
        var user = await db.Users.AsNoTracking().OwnAsync(request.Session.UserId);
        var view = await reading.ReadAsync(user);
        return view is null
            ? (null, Guid.Empty, [])
            : (view, user.ContractId!.Value, await passwords.ReadAsync(request, user.ContractId.Value, view.Asked, isLocked: false));
    }

    /// <summary>An account has changed since its password was compared.</summary>
    private sealed class OvertakenException : Exception;
}
