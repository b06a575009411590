using Microsoft.EntityFrameworkCore;
using Portal.Rules.SecondFactors;
using Portal.Rules.Text;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Locks;
using Portal.Web.Domain.Accounts.Registration;
using Portal.Web.Tenancy;

namespace Portal.Web.Domain.Accounts.Factors;

/// <summary>
/// An app being set up, with what its owner needs once: the secret is shown while it is set up and never again (MF-10).
/// </summary>
public sealed record PendingApp(AuthenticatorApp App, byte[] Secret);

public enum AppRemovalOutcome
{
    Removed,

    /// <summary>There is no such factor any more.</summary>
    Unknown,

    /// <summary>The policy demands a factor, and this is the only one (MF-21).</summary>
    LastFactor,
}

/// <summary>
/// Authenticator apps of one's own: set up in steps, confirmed by a
/// first code, removed. Everything runs inside the current transaction.
/// </summary>
public sealed class AppRegistrations(PortalDbContext db, AccountLocks locks, AccountFactors factors, FactorChanges changes,
    AppSecrets secrets, CurrentTenant tenant, TimeProvider clock)
{
    /// <summary>Devices of one account: each is another secret that a guess can meet (MF-05).</summary>
    public const int Most = 5;

    /// <summary>How long a set-up may take.</summary>
    public static readonly TimeSpan SetUpLife = TimeSpan.FromMinutes(15);

    public async Task<IReadOnlyList<AuthenticatorApp>> ListAsync(Guid userId) =>
        await db.AuthenticatorApps.AsNoTracking().Where(app => app.UserId == userId && app.ConfirmedAt != null)
            .OrderBy(app => app.CreatedAt).ToListAsync();

    /// <summary>Begins anew; what was begun before is forgotten. False when there are enough.</summary>
    public async Task<bool> BeginAsync(Guid userId)
    {
        await locks.SignInAsync(userId);
        await db.AuthenticatorApps.Where(app => app.UserId == userId && app.ConfirmedAt == null).ExecuteDeleteAsync();
        if (await db.AuthenticatorApps.CountAsync(app => app.UserId == userId) >= Most)
        {
            return false;
        }

        var id = Guid.CreateVersion7();
        db.AuthenticatorApps.Add(new AuthenticatorApp
        {
            Id = id,
            UserId = userId,
            Name = "",
            ProtectedSecret = secrets.Protect(id, AppSecrets.Create()),
            CreatedAt = clock.GetUtcNow()
        });
        return true;
    }

    public async Task<PendingApp?> PendingAsync(Guid userId)
    {
        var since = clock.GetUtcNow() - SetUpLife;
        var app = await db.AuthenticatorApps.Where(row => row.UserId == userId && row.ConfirmedAt == null && row.CreatedAt > since)
            .OrderByDescending(row => row.CreatedAt).FirstOrDefaultAsync();
        return app is null ? null : new PendingApp(app, secrets.Read(app));
    }

    /// <summary>
    /// The first code shows that the app has the secret; its step is used up by it. False for a wrong one, and for what
    /// another request confirmed meanwhile.
    /// </summary>
    public async Task<bool> ConfirmAsync(PortalUser user, PendingApp pending, string typed)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(pending);
        await locks.SignInAsync(user.Id);
        await db.Entry(pending.App).ReloadAsync();
        var now = clock.GetUtcNow();
        if (pending.App.ConfirmedAt is not null || CanonicalText.OneTimeCode(typed) is not { } code
            || TotpCodes.StepOf(pending.Secret, code, now) is not { } step || !Totp.Accepts(step, now, lastStep: null))
        {
            return false;
        }

        (pending.App.ConfirmedAt, pending.App.LastStep) = (now, step);
        await changes.AddedAsync(user, FactorMethod.App, pending.App.Name);
        return true;
    }

    public async Task<AppRemovalOutcome> RemoveAsync(PortalUser user, Guid id)
    {
        ArgumentNullException.ThrowIfNull(user);
        await locks.SignInAsync(user.Id);
        if (await db.AuthenticatorApps.SingleOrDefaultAsync(row => row.Id == id && row.UserId == user.Id
            && row.ConfirmedAt != null) is not { } app)
        {
            return AppRemovalOutcome.Unknown;
        }

        var facts = await factors.ReadAsync(user);
        var left = facts with { Apps = facts.Apps - 1 };
        if (!SecondFactorRules.MayBeLeftWith(tenant.Value.Factors, left))
        {
            return AppRemovalOutcome.LastFactor;
        }

        db.AuthenticatorApps.Remove(app);
        await changes.RemovedAsync(user, FactorMethod.App, app.Name, left);
        return AppRemovalOutcome.Removed;
    }
}
