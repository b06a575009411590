using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Identity;
using Portal.Web.Tenancy;

namespace Portal.Web.Domain.Accounts.Sessions;

/// <summary>
/// Browsers that need not prove the second factor for a while (MFA-2). Each is a row of one account, bound to its
/// password by the security stamp; any change of factors ends them all (MF-12).
/// </summary>
public sealed class TrustedBrowsers(PortalDbContext db, AuditLog audit, AuditActor actor, CurrentTenant tenant, TimeProvider clock)
{
    private int? Days => tenant.Value.Profile.SecondFactor.TrustBrowserDays;

    public bool AreOffered => Days is not null;

    /// <returns>The token for the browser's cookie; only its hash is kept.</returns>
    public string Trust(PortalUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        var days = Days ?? throw new InvalidOperationException("This tenant trusts no browsers.");
        var (token, now) = (Tokens.Create(), clock.GetUtcNow());
        db.TrustedBrowsers.Add(new TrustedBrowser
        {
            Id = Guid.CreateVersion7(),
            UserId = user.Id,
            TokenHash = Tokens.Hash(token),
            SecurityStamp = user.SecurityStamp!,
            CreatedAt = now,
            ExpiresAt = now.AddDays(days),
            Address = actor.Address,
            Browser = actor.Browser,
        });
        audit.Record(AuditKinds.BrowserTrusted, AuditSubject.Of(user), details: new { days });
        return token;
    }

    /// <summary>Those that count now, newest first. A policy that became shorter counts at once.</summary>
    public IQueryable<TrustedBrowser> Live(PortalUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        var now = clock.GetUtcNow();
        var since = now.AddDays(-(Days ?? 0));
        return db.TrustedBrowsers.Where(row => row.UserId == user.Id && row.SecurityStamp == user.SecurityStamp && row.EndedAt == null
                && row.ExpiresAt > now && row.CreatedAt > since)
            .OrderByDescending(row => row.CreatedAt);
    }

    /// <summary>The row by which the account trusts the browser that has these tokens.</summary>
    internal async Task<TrustedBrowser?> FindAsync(IReadOnlyCollection<string> tokens, PortalUser? user)
    {
        if (Days is null || tokens.Count == 0 || user is null)
        {
            return null;
        }

        var hashes = tokens.Select(Tokens.Hash).ToList();
        var rows = await Live(user).ToListAsync();
        return rows.Find(row => hashes.Exists(hash => CryptographicOperations.FixedTimeEquals(hash, row.TokenHash)));
    }

    /// <summary>Ends one of the account's; false when it has no such.</summary>
    public async Task<bool> EndAsync(PortalUser user, Guid id)
    {
        if (await Live(user).SingleOrDefaultAsync(row => row.Id == id) is not { } row)
        {
            return false;
        }

        row.EndedAt = clock.GetUtcNow();
        audit.Record(AuditKinds.BrowserDistrusted, AuditSubject.Of(user));
        return true;
    }

    /// <summary>
    /// What changes the factors ends the trust that rested on them; the event that says so is that of the change.
    /// </summary>
    public Task<int> EndAllAsync(Guid userId) => EndAsync(db.TrustedBrowsers.Where(row => row.UserId == userId));

    /// <summary>Every trust of the tenant at work.</summary>
    public Task<int> EndEverybodysAsync() => EndAsync(db.TrustedBrowsers);

    private Task<int> EndAsync(IQueryable<TrustedBrowser> browsers)
    {
        var now = clock.GetUtcNow();
        return browsers.Where(row => row.EndedAt == null).ExecuteUpdateAsync(set => set.SetProperty(row => row.EndedAt, now));
    }
}
