using Microsoft.EntityFrameworkCore;
using Portal.Rules.Lockout;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Credentials;
using Portal.Web.Domain.Accounts.Hashing;
using Portal.Web.Tenancy;

namespace Portal.Web.Domain.Accounts.Passwords;

/// <summary>
/// Puts a password in the place of another, or none. The caller holds the account's lock and records the event.
/// </summary>
public sealed class PasswordReplacement(PortalDbContext db, CredentialChange credentials, CurrentTenant tenant, TimeProvider clock)
{
    /// <summary>Puts a password that was judged fit in place; ends temporary ones and every session.</summary>
    /// <param name="hash">Of the new password, by <see cref="PasswordHashing.Hash"/>.</param>
    public async Task SetAsync(PortalUser user, SignInState state, string hash)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(state);
        var now = clock.GetUtcNow();
        await SettleAsync(user, now);
        user.PasswordHash = hash;
        user.PasswordChangedAt = now;
        user.MustChangePassword = false;
        state.Store(LockoutRules.PasswordSet(state.ToLockout()));
        await LeaveLinksStaleAsync(user, now);
        await credentials.ApplyAsync(user, CredentialReason.PasswordSet);
    }

    /// <summary>
    /// Links to an administrator ID are to be confirmed with the new password, from its first change on (LINK-5).
    /// </summary>
    private async Task LeaveLinksStaleAsync(PortalUser user, DateTimeOffset now)
    {
        if (tenant.Value.Profile.LinkedAdministrators is { } linked && linked.AdministratorDoor == user.Door)
        {
            await db.AdministratorLinks.Where(link => link.AdministratorId == user.Id && link.StaleSince == null)
                .ExecuteUpdateAsync(set => set.SetProperty(link => link.StaleSince, now));
        }
    }

    /// <summary>
    /// Leaves the account without a password of its own. What is taken back is remembered whatever the policy says,
    /// until the next one is set: it must not be that one (TEMP-5).
    /// </summary>
    public async Task TakeBackAsync(PortalUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        Remember(user, clock.GetUtcNow());
        user.PasswordHash = null;
        await credentials.ApplyAsync(user, CredentialReason.PasswordTakenBack);
    }

    /// <summary>Keeps the hash that goes where the policy compares with former ones, and none anywhere else.</summary>
    private async Task SettleAsync(PortalUser user, DateTimeOffset now)
    {
        if (tenant.Value.Passwords.HistoryDepth > 0)
        {
            Remember(user, now);
        }
        else if (user.PasswordHash is null)
        {
            await db.FormerPasswords.Where(former => former.UserId == user.Id).ExecuteDeleteAsync();
        }
    }

    private void Remember(PortalUser user, DateTimeOffset now)
    {
        if (user.PasswordHash is { } hash)
        {
            db.FormerPasswords.Add(new FormerPassword { Id = Guid.CreateVersion7(), UserId = user.Id, Hash = hash, ReplacedAt = now });
        }
    }
}
