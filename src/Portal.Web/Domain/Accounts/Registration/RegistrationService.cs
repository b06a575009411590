using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Portal.Rules.Delegation;
using Portal.Rules.TemporaryPasswords;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Delegation;
using Portal.Web.Domain.Accounts.Hashing;
using Portal.Web.Domain.Accounts.Identity;
using Portal.Web.Domain.Accounts.Locks;
using Portal.Web.Domain.Accounts.MailedLinks;
using Portal.Web.Domain.Accounts.Passwords;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Domain.Accounts.Registration;

/// <summary>
/// Registers IDs in a contract (OPER-5, CONT-2, USER-3). The first password is a temporary one, shown once by the
/// caller, or set by its owner from an invitation, as the tenant's profile says.
/// </summary>
public sealed class RegistrationService(
    PortalDbContext db,
    AccountLocks locks,
    LoginIdProbes probes,
    AccountFactory accounts,
    HashAhead hashes,
    SecurityLinks links,
    AuditLog audit,
    AuditActor actor,
    CurrentTenant tenant,
    TimeProvider clock)
{
    private const string Savepoint = "register";

    /// <summary>
    /// The costly part, before any transaction: a password is made, and what is kept of it and of the keyword; each
    /// hash is a turn of its own.
    /// </summary>
    /// <param name="keyword">Of the account to be; null where it has none.</param>
    /// <param name="origin">Who gives the first password.</param>
    public async Task<PreparedSecrets> PrepareAsync(string? keyword, TemporaryPasswordOrigin origin = TemporaryPasswordOrigin.Manager) =>
        new(await FirstPasswordAsync(origin), keyword is null ? null : await hashes.HashAsync(keyword));

    /// <param name="origin">Who gives the first password.</param>
    /// <param name="reason">Why, where the page asks for it.</param>
    public async Task<RegisterOutcome> RegisterAsync(PreparedAccount prepared,
        TemporaryPasswordOrigin origin = TemporaryPasswordOrigin.Manager, string? reason = null)
    {
        ArgumentNullException.ThrowIfNull(prepared);
        var account = prepared.Account;
        await locks.ContractAsync(account.ContractId);
        if (await WhyNotAsync(account) is { } refusal)
        {
            return refusal;
        }

        var user = prepared.ToUser(actor.Name);
        if (!await TryAddAsync(user))
        {
            return Taken(account);
        }

        return prepared.First is { } first ? Registered(user, prepared, first, origin, reason) : Added(user, prepared, reason);
    }

    /// <summary>Whether a user of the login ID has this address already, where it signs in together with one.</summary>
    public async Task<bool> HasAddressAsync(NewAccount account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return IsPair(account) && await probes.IsTakenAsync(account);
    }

    /// <summary>
    /// How many more IDs may be registered in the contract, and users of the login ID where a pair signs in; exact
    /// while the contract is locked.
    /// </summary>
    /// <param name="loginId">The login ID that they are to share; null where each has its own.</param>
    public async Task<int> RoomAsync(Guid contractId, string? loginId = null)
    {
        var room = await db.Contracts.Where(row => row.Id == contractId)
            .Select(row => row.AccountLimit - db.Users.Count(user => user.ContractId == contractId && user.Role == AccountRole.Member))
                .SingleAsync();
        return Math.Max(0, loginId is null ? room : Math.Min(room, await RoomOfLoginIdAsync(loginId)));
    }

    /// <summary>Those of the login IDs of a contract that another user may share.</summary>
    public async Task<IReadOnlyList<string>> WithRoomAsync(Guid contractId, IReadOnlyList<string> loginIds)
    {
        ArgumentNullException.ThrowIfNull(loginIds);
        List<string> found = [];
        foreach (var loginId in loginIds)
        {
            if (await RoomAsync(contractId, loginId) > 0)
            {
                found.Add(loginId);
            }
        }

        return found;
    }

    private async Task<int> RoomOfLoginIdAsync(string loginId)
    {
        if (tenant.Value.Profile.Operators is not { PerLoginId: { } most } operators
            || tenant.Value.Door(operators.Door) is not { Second: not null } door)
        {
            return int.MaxValue;
        }

        var prefix = LoginKeys.Prefix(door, loginId);
        return most - await db.Users.CountAsync(row => row.Door == door.Key && row.NormalizedUserName!.StartsWith(prefix));
    }

    private async Task<PreparedPassword?> FirstPasswordAsync(TemporaryPasswordOrigin origin)
    {
        var way = origin == TemporaryPasswordOrigin.Staff
            ? StaffActs.FirstPasswordOf(tenant.Value)
            : tenant.Value.Profile.Operators?.FirstPassword;
        if (way == FirstPassword.Invitation)
        {
            return null;
        }

        var password = TemporaryPasswordGenerator.Generate(tenant.Value.Passwords, RandomNumberGenerator.GetInt32);
        return new PreparedPassword(password, await hashes.HashAsync(password));
    }

    /// <summary>
    /// Registers all or, by the exception that undoes the transaction, none (OPER-8). The caller holds the contract's
    /// lock and has checked each.
    /// </summary>
    /// <exception cref="DbUpdateException">Another contract took one of the IDs meanwhile.</exception>
    public async Task<IReadOnlyList<RegisterOutcome.Registered>> ImportAsync(IReadOnlyList<PreparedAccount> prepared)
    {
        ArgumentNullException.ThrowIfNull(prepared);
        var all = new List<RegisterOutcome.Registered>(prepared.Count);
        foreach (var each in prepared)
        {
            var first = each.First ?? throw new InvalidOperationException("Whoever is invited is not imported.");
            all.Add(Registered(await accounts.AddAsync(each.ToUser(actor.Name)), each, first, TemporaryPasswordOrigin.Manager));
        }

        audit.Record(AuditKinds.UsersImported, new AuditSubject(null, "", prepared[0].Account.ContractId),
            details: new { users = prepared.Count });
        await db.SaveChangesAsync();
        return all;
    }

    /// <summary>
    /// What stands in the way of it now; null where nothing does. To say that an ID is another contract's tells that it
    /// exists, so that is counted as a guess here, too (EN-06).
    /// </summary>
    public async Task<RegisterOutcome?> WhyNotAsync(NewAccount account)
    {
        ArgumentNullException.ThrowIfNull(account);
        var isPair = IsPair(account);
        if (account.Role == AccountRole.Member && await RoomAsync(account.ContractId, isPair ? account.LoginId : null) == 0)
        {
            return new RegisterOutcome.LimitReached();
        }

        // One's own login ID hides nothing from its users.
        if (isPair)
        {
            return await probes.IsTakenAsync(account) ? new RegisterOutcome.AddressTaken() : null;
        }

        if (await probes.IsOwnAsync(account))
        {
            return new RegisterOutcome.IdKnown();
        }

        if (await probes.LeftAsync() == 0)
        {
            return new RegisterOutcome.TooManyProbes();
        }

        return await probes.IsTakenAsync(account) ? Taken(account) : null;
    }

    private bool IsPair(NewAccount account) => tenant.Value.Door(account.Door).Second is not null;

    private RegisterOutcome.IdTaken Taken(NewAccount account)
    {
        probes.Record(account.LoginId, account.ContractId);
        return new RegisterOutcome.IdTaken();
    }

    private async Task<bool> TryAddAsync(PortalUser user)
    {
        var transaction = await db.TransactionAsync();
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

    private RegisterOutcome.Added Added(PortalUser user, PreparedAccount prepared, string? reason)
    {
        audit.Record(
            AuditKinds.UserRegistered,
            AuditSubject.Of(user),
            reason,
            new
            {
                role = user.Role.ToString(),
                email = user.Email,
                permissions = user.Permissions,
                factorRequired = user.MustHaveSecondFactor,
                invited = true,
                details = prepared.Account.Details
            });
        return new RegisterOutcome.Added(user);
    }

    private RegisterOutcome.Registered Registered(PortalUser user, PreparedAccount prepared, PreparedPassword first,
        TemporaryPasswordOrigin origin, string? reason = null)
    {
        var now = clock.GetUtcNow();
        var temporary = new TemporaryPassword
        {
            Id = Guid.CreateVersion7(),
            UserId = user.Id,
            Hash = first.Hash,
            Origin = origin,
            IssuedAt = now,
            ExpiresAt = now + tenant.Value.TemporaryPasswords.Life,
        };
        db.TemporaryPasswords.Add(temporary);
        if (user.Email is { Length: > 0 } email)
        {
            // Counts at once, as somebody vouches for it; its notice asks to confirm it (MAIL-3).
            links.Add(user, LinkPurpose.EmailConfirmation, SecurityLinks.ConfirmationLife, email);
        }

        audit.Record(
            AuditKinds.UserRegistered,
            AuditSubject.Of(user),
            reason,
            new
            {
                role = user.Role.ToString(),
                email = user.Email,
                keyword = user.KeywordHash is not null,
                firstPasswordUntil = temporary.ExpiresAt,
                details = prepared.Account.Details
            });
        return new RegisterOutcome.Registered(user, first.Text, temporary);
    }
}
