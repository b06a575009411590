using Microsoft.EntityFrameworkCore;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Attempts;
using Portal.Web.Domain.Accounts.Identity;
using Portal.Web.Domain.Accounts.Locks;
using Portal.Web.Domain.Accounts.MailedLinks;
using Portal.Web.Tenancy;

namespace Portal.Web.Domain.Accounts.Registration;

public enum LoginIdOutcome
{
    Changed,
    Unchanged,
    Conflict,

    /// <summary>Whose it is, nobody is told (EN-06).</summary>
    Taken,
    TooManyProbes,

    /// <summary>The contract itself has it, which is no secret.</summary>
    Known,

    /// <summary>The mail that tells the new ID may not go out now, and its owner could not sign in (ML-08).</summary>
    TooManyMails,
}

/// <summary>Gives an account another ID to sign in with (CONT-3).</summary>
public sealed class LoginIdService(
    PortalDbContext db,
    AccountLocks locks,
    LoginIdProbes probes,
    PortalUserManager manager,
    SecurityLinks links,
    IMailAllowance mails,
    AuditLog audit,
    AuditActor actor,
    CurrentTenant tenant,
    TimeProvider clock)
{
    private const string Savepoint = "login-id";

    /// <param name="version">The version the form was opened with.</param>
    /// <param name="loginId">Checked and in the form in which it is stored.</param>
    public async Task<LoginIdOutcome> ChangeAsync(PortalUser user, int version, string loginId)
    {
        ArgumentNullException.ThrowIfNull(user);
        await locks.AllAsync(user);
        if (user.Version != version)
        {
            return LoginIdOutcome.Conflict;
        }

        var former = user.UserName!;
        if (former == loginId)
        {
            return LoginIdOutcome.Unchanged;
        }

        if (await IsOwnAsync(user, loginId))
        {
            return LoginIdOutcome.Known;
        }

        if (await probes.LeftAsync() == 0)
        {
            return LoginIdOutcome.TooManyProbes;
        }

        if (user.Email is { Length: > 0 } email
            && !await mails.AllowsAsync(MailCap.Notice, user, email, "notice-" + AuditKinds.LoginIdChanged))
        {
            return LoginIdOutcome.TooManyMails;
        }

        if (!await TryPutAsync(user, loginId))
        {
            probes.Record(loginId, user.ContractId!.Value);
            return LoginIdOutcome.Taken;
        }

        await EndWhatNamesTheFormerAsync(user);
        audit.Record(AuditKinds.LoginIdChanged, AuditSubject.Of(user), details: new { from = former, to = loginId });
        return LoginIdOutcome.Changed;
    }

    private async Task<bool> IsOwnAsync(PortalUser user, string loginId)
    {
        var key = LoginKeys.For(tenant.Value.Door(user.Door), loginId, user.Email);
        return await db.Users.AnyAsync(
            row => row.Id != user.Id && row.Door == user.Door && row.NormalizedUserName == key && row.ContractId == user.ContractId);
    }

    private async Task<bool> TryPutAsync(PortalUser user, string loginId)
    {
        // What waits to be stored is no part of what may be taken back.
        await db.SaveChangesAsync();
        (user.UserName, user.ChangedBy) = (loginId, actor.Name);
        await manager.UpdateNormalizedUserNameAsync(user);
        if (await IsTakenAsync(user))
        {
            await db.Entry(user).ReloadAsync();
            return false;
        }

        var transaction = await db.TransactionAsync();
        await transaction.CreateSavepointAsync(Savepoint);
        try
        {
            await db.SaveChangesAsync();
            return true;
        }
        catch (DbUpdateException e) when (e is not DbUpdateConcurrencyException)
        {
            // Another contract took the same ID at the same moment, and the index decided.
            await transaction.RollbackToSavepointAsync(Savepoint);
            var taken = await IsTakenAsync(user);
            await db.Entry(user).ReloadAsync();
            return taken ? false : throw new InvalidOperationException("The login ID could not be stored.", e);
        }
    }

    private Task<bool> IsTakenAsync(PortalUser user) =>
        db.Users.AnyAsync(row => row.Id != user.Id && row.Door == user.Door && row.NormalizedUserName == user.NormalizedUserName);

    /// <summary>Sign-ins and resets that were begun for the former ID end with it (TR-04).</summary>
    private async Task EndWhatNamesTheFormerAsync(PortalUser user)
    {
        var now = clock.GetUtcNow();
        await db.SignInAttempts.Where(row => row.UserId == user.Id && row.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.EndedAt, now));
        await links.EndAllAsync(user.Id, LinkPurpose.PasswordReset);
    }
}
