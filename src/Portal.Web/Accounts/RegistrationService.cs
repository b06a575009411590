using Microsoft.EntityFrameworkCore;
using Portal.Rules.Delegation;
using Portal.Rules.TemporaryPasswords;
using Portal.Rules.Text;
using Portal.Web.Accounts.Identity;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Tenancy;

namespace Portal.Web.Accounts;

/// <summary>An account to be. Texts are checked and in the form in which they are stored.</summary>
/// <param name="Keyword">In canonical form, or null for none.</param>
public sealed record NewAccount(string Door, string LoginId, AccountRole Role, Guid ContractId, AccountDetails Details, string? Email = null, string? Keyword = null);

public abstract record RegisterOutcome
{
    private RegisterOutcome()
    {
    }

    /// <param name="Password">The first, temporary password; shown once and kept nowhere.</param>
    public sealed record Registered(PortalUser User, string Password, DateTimeOffset ExpiresAt) : RegisterOutcome;

    /// <summary>Whose it is, nobody is told (EN-06).</summary>
    public sealed record IdTaken : RegisterOutcome;

    public sealed record LimitReached(int Limit) : RegisterOutcome;

    /// <summary>So many taken IDs were tried in an hour that this is guessing (EN-06).</summary>
    public sealed record TooManyProbes : RegisterOutcome;
}

/// <summary>Registers IDs in a contract (OPER-5); the first password is a temporary one.</summary>
public sealed class RegistrationService(
    PortalDbContext db,
    RowLocks locks,
    AccountFactory accounts,
    TemporaryPasswordService temporaryPasswords,
    PasswordHashing hashing,
    AuditLog audit,
    AuditActor actor,
    CurrentTenant tenant,
    TimeProvider clock)
{
    public const int ProbesPerHour = 10;

    /// <param name="origin">Who gives the first password.</param>
    public async Task<RegisterOutcome> RegisterAsync(NewAccount account, TemporaryPasswordOrigin origin = TemporaryPasswordOrigin.Manager)
    {
        ArgumentNullException.ThrowIfNull(account);
        await locks.TakeAsync(account.ContractId);
        if (await RefusalAsync(account) is { } refusal)
        {
            return refusal;
        }

        var user = await AddAsync(account);
        if (user is null)
        {
            return Taken(account);
        }

        audit.Record(AuditKinds.UserRegistered, AuditSubject.Of(user), details: new { role = user.Role.ToString(), email = user.Email, keyword = user.KeywordHash is not null, details = account.Details });
        return await temporaryPasswords.IssueAsync(user.Id, origin) switch
        {
            IssueOutcome.Issued issued => new RegisterOutcome.Registered(user, issued.Password, issued.ExpiresAt),
            _ => throw new InvalidOperationException("A generated password is always fit."),
        };
    }

    /// <summary>How many more IDs managers may register in the contract.</summary>
    public async Task<int> RoomAsync(Guid contractId)
    {
        var limit = await db.Contracts.Where(row => row.Id == contractId).Select(row => row.AccountLimit).SingleAsync();
        return Math.Max(0, limit - await db.Users.CountAsync(row => row.ContractId == contractId && row.Role == AccountRole.Member));
    }

    public async Task<bool> IsTakenAsync(string door, string loginId, string? email)
    {
        var key = LoginKeys.For(tenant.Value.Door(door), loginId, email);
        return await db.Users.AnyAsync(row => row.Door == door && row.NormalizedUserName == key);
    }

    private async Task<RegisterOutcome?> RefusalAsync(NewAccount account)
    {
        if (account.Role == AccountRole.Member && await RoomAsync(account.ContractId) == 0)
        {
            return new RegisterOutcome.LimitReached(await db.Contracts.Where(row => row.Id == account.ContractId).Select(row => row.AccountLimit).SingleAsync());
        }

        if (await ProbesAsync() >= ProbesPerHour)
        {
            return new RegisterOutcome.TooManyProbes();
        }

        return await IsTakenAsync(account.Door, account.LoginId, account.Email) ? Taken(account) : null;
    }

    private RegisterOutcome.IdTaken Taken(NewAccount account)
    {
        RecordProbe(account.LoginId, account.ContractId);
        return new RegisterOutcome.IdTaken();
    }

    /// <summary>An answer "cannot be used" tells that an ID exists, so each one is recorded and they are few (EN-06).</summary>
    public void RecordProbe(string loginId, Guid contractId) => audit.Record(AuditKinds.LoginIdProbed, new AuditSubject(null, loginId, contractId));

    public Task<int> ProbesAsync()
    {
        var sinceAnHour = clock.GetUtcNow().AddHours(-1);
        return db.AuditEvents.CountAsync(row => row.Kind == AuditKinds.LoginIdProbed && row.ActorId == actor.Id && row.OccurredAt > sinceAnHour);
    }

    private async Task<PortalUser?> AddAsync(NewAccount account)
    {
        var user = new PortalUser
        {
            Door = account.Door,
            UserName = account.LoginId,
            Role = account.Role,
            ContractId = account.ContractId,
            Email = account.Email,
            NormalizedEmail = account.Email is null ? null : CanonicalText.Email(account.Email),
            KeywordHash = account.Keyword is null ? null : hashing.Hash(account.Keyword),
            ChangedBy = actor.Name,
        };
        account.Details.Put(user);
        await accounts.AddAsync(user);
        try
        {
            await db.SaveChangesAsync();
            return user;
        }
        catch (DbUpdateException)
        {
            // Another contract registered the same ID at the same moment; the index decided, the savepoint kept the transaction.
            db.Entry(user.SignIn!).State = EntityState.Detached;
            db.Entry(user).State = EntityState.Detached;
            if (await IsTakenAsync(account.Door, account.LoginId, account.Email))
            {
                return null;
            }

            throw;
        }
    }
}
