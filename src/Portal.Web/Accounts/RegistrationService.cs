using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Portal.Rules.Delegation;
using Portal.Rules.TemporaryPasswords;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Tenancy;

namespace Portal.Web.Accounts;

/// <summary>Registers IDs in a contract (OPER-5); the first password is a temporary one, shown once by the caller.</summary>
public sealed class RegistrationService(
    PortalDbContext db,
    RowLocks locks,
    LoginIdProbes probes,
    AccountFactory accounts,
    PasswordHashing hashing,
    AuditLog audit,
    AuditActor actor,
    CurrentTenant tenant,
    TimeProvider clock)
{
    private const string Savepoint = "register";

    /// <summary>The costly part, without touching the database: a password is made, and what is kept of it and of the keyword.</summary>
    public PreparedAccount Prepare(NewAccount account)
    {
        ArgumentNullException.ThrowIfNull(account);
        var password = TemporaryPasswordGenerator.Generate(tenant.Value.Passwords, RandomNumberGenerator.GetInt32);
        return new PreparedAccount(account, password, hashing.Hash(password), account.Keyword is null ? null : hashing.Hash(account.Keyword));
    }

    /// <param name="origin">Who gives the first password.</param>
    public async Task<RegisterOutcome> RegisterAsync(PreparedAccount prepared, TemporaryPasswordOrigin origin = TemporaryPasswordOrigin.Manager)
    {
        ArgumentNullException.ThrowIfNull(prepared);
        var account = prepared.Account;
        await locks.TakeAsync(account.ContractId);
        if (await RefusalAsync(account) is { } refusal)
        {
            return refusal;
        }

        var user = prepared.ToUser(actor.Name);
        if (!await TryAddAsync(user))
        {
            return Taken(account);
        }

        return Registered(user, prepared, origin);
    }

    /// <summary>How many more IDs managers may register in the contract; exact while the contract is locked.</summary>
    public async Task<int> RoomAsync(Guid contractId)
    {
        var limit = await db.Contracts.Where(row => row.Id == contractId).Select(row => row.AccountLimit).SingleAsync();
        return Math.Max(0, limit - await db.Users.CountAsync(row => row.ContractId == contractId && row.Role == AccountRole.Member));
    }

    /// <summary>Registers all or, by the exception that undoes the transaction, none (OPER-8). The caller holds the contract's lock and has checked each.</summary>
    /// <exception cref="DbUpdateException">Another contract took one of the IDs meanwhile.</exception>
    public async Task<IReadOnlyList<RegisterOutcome.Registered>> ImportAsync(IReadOnlyList<PreparedAccount> prepared)
    {
        ArgumentNullException.ThrowIfNull(prepared);
        var all = new List<RegisterOutcome.Registered>(prepared.Count);
        foreach (var each in prepared)
        {
            all.Add(Registered(await accounts.AddAsync(each.ToUser(actor.Name)), each, TemporaryPasswordOrigin.Manager));
        }

        audit.Record(AuditKinds.UsersImported, new AuditSubject(null, "", prepared[0].Account.ContractId), details: new { users = prepared.Count });
        await db.SaveChangesAsync();
        return all;
    }

    private async Task<RegisterOutcome?> RefusalAsync(NewAccount account)
    {
        if (account.Role == AccountRole.Member && await RoomAsync(account.ContractId) == 0)
        {
            return new RegisterOutcome.LimitReached();
        }

        if (await probes.LeftAsync() == 0)
        {
            return new RegisterOutcome.TooManyProbes();
        }

        return await probes.IsTakenAsync(account) ? Taken(account) : null;
    }

    private RegisterOutcome.IdTaken Taken(NewAccount account)
    {
        probes.Record(account.LoginId, account.ContractId);
        return new RegisterOutcome.IdTaken();
    }

    private async Task<bool> TryAddAsync(PortalUser user)
    {
        var transaction = db.Database.CurrentTransaction ?? throw new InvalidOperationException("There is no transaction.");
        await db.SaveChangesAsync();
        await transaction.CreateSavepointAsync(Savepoint);
        await accounts.AddAsync(user);
        try
        {
            await db.SaveChangesAsync();
            return true;
        }
        catch (DbUpdateException)
        {
            // Another contract registered the same ID at the same moment, and the index decided.
            await transaction.RollbackToSavepointAsync(Savepoint);
            db.Entry(user.SignIn!).State = EntityState.Detached;
            db.Entry(user).State = EntityState.Detached;
            if (await db.Users.AnyAsync(row => row.Door == user.Door && row.NormalizedUserName == user.NormalizedUserName))
            {
                return false;
            }

            throw;
        }
    }

    private RegisterOutcome.Registered Registered(PortalUser user, PreparedAccount prepared, TemporaryPasswordOrigin origin)
    {
        var now = clock.GetUtcNow();
        var temporary = new TemporaryPassword
        {
            Id = Guid.CreateVersion7(),
            UserId = user.Id,
            Hash = prepared.PasswordHash,
            Origin = origin,
            IssuedAt = now,
            ExpiresAt = now + tenant.Value.TemporaryPasswords.Life,
        };
        db.TemporaryPasswords.Add(temporary);
        audit.Record(
            AuditKinds.UserRegistered,
            AuditSubject.Of(user),
            details: new { role = user.Role.ToString(), email = user.Email, keyword = user.KeywordHash is not null, firstPasswordUntil = temporary.ExpiresAt, details = prepared.Account.Details });
        return new RegisterOutcome.Registered(user, prepared.Password, temporary);
    }
}
