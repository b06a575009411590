using System.Buffers.Text;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Rules.SecondFactors;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Details;
using Portal.Web.Domain.Accounts.Factors;
using Portal.Web.Domain.Accounts.Locks;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Tenancy;

namespace Portal.Web.Domain.Accounts.Passkeys;

/// <summary>All passkeys of an account in the words of WebAuthn's signal methods.</summary>
public sealed record AcceptedPasskeys(string RpId, string UserId, IReadOnlyList<string> AllAcceptedCredentialIds);

public enum PasskeyRemoval
{
    Removed,

    /// <summary>
    /// The account would be left without a factor that the policy demands (MF-21), or without any way in.
    /// </summary>
    LastFactor,
}

/// <summary>A user's own passkeys: named, removed. Everything runs inside the current transaction.</summary>
public sealed class PasskeyService(
    PortalDbContext db, RelyingParty party, AccountLocks locks, AccountFactors factors, TrustedBrowsers trusted,
        RecoveryCodes recoveryCodes, AuditLog audit, CurrentTenant tenant)
{
    public const int Limit = 10;
    public const int LongestName = 64;

    public Task<List<Passkey>> ListAsync(Guid userId) =>
        db.Passkeys.AsNoTracking().Where(row => row.UserId == userId).OrderBy(row => row.CreatedAt).ToListAsync();

    public AcceptedPasskeys Accepted(PortalUser user, IEnumerable<Passkey> own) =>
        new(party.Options().ServerDomain!, Base64Url.EncodeToString(Encoding.UTF8.GetBytes(party.Handle(user))),
            [.. own.Select(passkey => Base64Url.EncodeToString(passkey.CredentialId))]);

    public Task<Passkey?> FindAsync(Guid userId, Guid id) => db.Passkeys.SingleOrDefaultAsync(row => row.UserId == userId && row.Id == id);

    /// <param name="former">The name that was to be changed: a conflict where it has another one by now, or is gone
    /// (SAFE-1).</param>
    public async Task<ChangeOutcome> RenameAsync(Passkey passkey, string? former, string name)
    {
        ArgumentNullException.ThrowIfNull(passkey);
        await locks.SignInAsync(passkey.UserId);
        await db.Entry(passkey).ReloadAsync();
        if (db.Entry(passkey).State == EntityState.Detached || (passkey.Name != former && passkey.Name != name))
        {
            return ChangeOutcome.Conflict;
        }

        if (passkey.Name == name)
        {
            return ChangeOutcome.Unchanged;
        }

        audit.Record(AuditKinds.PasskeyRenamed, AuditSubject.Of(await OwnerAsync(passkey)),
            details: new { from = passkey.Name, to = name });
        passkey.Name = name;
        return ChangeOutcome.Changed;
    }

    public async Task<PasskeyRemoval> RemoveAsync(Passkey passkey)
    {
        ArgumentNullException.ThrowIfNull(passkey);
        await locks.SignInAsync(passkey.UserId);
        var user = await OwnerAsync(passkey);
        var has = await factors.ReadAsync(user);
        var left = has with { Passkeys = has.Passkeys - 1 };
        if (!SecondFactorRules.MayBeLeftWith(tenant.Value.Factors, left) || (left.Passkeys == 0 && user.PasswordHash is null))
        {
            return PasskeyRemoval.LastFactor;
        }

        db.Passkeys.Remove(passkey);
        audit.Record(AuditKinds.PasskeyRemoved, AuditSubject.Of(user), details: new { name = passkey.Name });
        await EndWhatRestsOnItAsync(user, left);
        return PasskeyRemoval.Removed;
    }

    // Recovery codes stand in for a factor; without any they would be one (MF-12, MF-13).
    private async Task EndWhatRestsOnItAsync(PortalUser user, FactorFacts left)
    {
        await trusted.EndAllAsync(user.Id);
        if (SecondFactorRules.Usable(tenant.Value.Factors, left).Count == 0)
        {
            await recoveryCodes.EndAsync(user.Id);
        }
    }

    private Task<PortalUser> OwnerAsync(Passkey passkey) => db.Users.SingleAsync(row => row.Id == passkey.UserId);
}
