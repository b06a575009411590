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

public abstract record PasskeyAddition
{
    private PasskeyAddition()
    {
    }

    /// <param name="Sid">The id under which the session goes on, where the passkey is the first factor proven in
    /// it.</param>
    public sealed record Added(string? Sid) : PasskeyAddition;

    /// <summary>The browser's answer does not hold; the log knows why.</summary>
    public sealed record Refused : PasskeyAddition;

    /// <summary>The account has as many as it may have.</summary>
    public sealed record TooMany : PasskeyAddition;
}

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

/// <summary>A user's own passkeys: made, named, removed. Everything runs inside the current transaction.</summary>
public sealed class PasskeyService(
    PortalDbContext db, IPasskeyHandler<PortalUser> handler, RelyingParty party, PasskeyCeremonies ceremonies, AccountLocks locks,
        AccountFactors factors, TrustedBrowsers trusted, RecoveryCodes recoveryCodes, SessionService sessions, AuditLog audit,
        CurrentTenant tenant, TimeProvider clock)
{
    public const int Limit = 10;
    public const int LongestName = 64;

    public Task<List<Passkey>> ListAsync(Guid userId) =>
        db.Passkeys.AsNoTracking().Where(row => row.UserId == userId).OrderBy(row => row.CreatedAt).ToListAsync();

    public AcceptedPasskeys Accepted(PortalUser user, IEnumerable<Passkey> own) =>
        new(party.Options().ServerDomain!, Base64Url.EncodeToString(Encoding.UTF8.GetBytes(Handle(user))),
            [.. own.Select(passkey => Base64Url.EncodeToString(passkey.CredentialId))]);

    public Task<Passkey?> FindAsync(Guid userId, Guid id) => db.Passkeys.SingleOrDefaultAsync(row => row.UserId == userId && row.Id == id);

    /// <param name="displayName">What the browser shows of the account when it offers the passkey: all tenants of the
    /// host stand in one list.</param>
    public async Task<CeremonyOffer> OfferAsync(Session session, string browser, string displayName)
    {
        ArgumentNullException.ThrowIfNull(session);
        var user = await db.Users.SingleAsync(row => row.Id == session.UserId);
        var entity = new PasskeyUserEntity { Id = Handle(user), Name = user.UserName!, DisplayName = displayName };
        var made = await handler.MakeCreationOptionsAsync(entity, PasskeyAssertions.Nowhere());
        return new CeremonyOffer(ceremonies.Start(Binding(session), browser, made.AttestationState!), WithName(made.CreationOptionsJson));
    }

    public async Task<PasskeyAddition> AddAsync(Session session, PasskeyAnswer answer, string name)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(answer);

        // The lock makes two registrations at once take turns, or both would find room for one more.
        await locks.SignInAsync(session.UserId);
        var user = await db.Users.SingleAsync(row => row.Id == session.UserId);
        var taken = await ceremonies.TakeAsync(answer.Ceremony, answer.Browser, Binding(session));
        if (taken is not CeremonyTaken.Live live)
        {
            return Refuse(user, ((CeremonyTaken.Refused)taken).Reason, null);
        }

        if (await db.Passkeys.CountAsync(row => row.UserId == user.Id) >= Limit)
        {
            return new PasskeyAddition.TooMany();
        }

        var result = await handler.PerformAttestationAsync(new PasskeyAttestationContext { HttpContext = PasskeyAssertions.Nowhere(),
            CredentialJson = answer.Json, AttestationState = live.State });
        return result.Succeeded && result.UserEntity.Id == Handle(user)
            ? await KeepAsync(session, user, result.Passkey, name)
            : Refuse(user, "NotVerified", result.Failure?.Message);
    }

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

    private static CeremonyBinding Binding(Session session) => new(PasskeyPurpose.Register, session.UserId, session.Id);

    private string Handle(PortalUser user) => new PasskeyHandle(tenant.Value.Id, user.Id).ToString();

    /// <summary>The framework names the relying party by its host alone; people know the portal by its name.</summary>
    private string WithName(string options)
    {
        var json = JsonNode.Parse(options)!;
        json["rp"]!["name"] = party.Name;
        return json.ToJsonString();
    }

    private async Task<PasskeyAddition> KeepAsync(Session session, PortalUser user, UserPasskeyInfo made, string name)
    {
        // Who makes a passkey has proven a factor: a session that lacked one lacks it no longer, and has a new id
        // (LOGIN-6, MF-15).
        var sid = session.FactorProvenAt is null ? await sessions.RenewAsync(session, user, factorProvenAt: clock.GetUtcNow()) : null;
        if (session.FactorProvenAt is null ? sid is null : !await sessions.StillCountsAsync(session))
        {
            return Refuse(user, "SessionEnded", null);
        }

        db.Passkeys.Add(new Passkey
        {
            Id = Guid.CreateVersion7(),
            UserId = user.Id,
            CredentialId = made.CredentialId,
            PublicKey = made.PublicKey,
            Name = name,
            CreatedAt = clock.GetUtcNow(),
            SignCount = made.SignCount,
            Transports = string.Join(',', made.Transports ?? []),
            IsUserVerified = made.IsUserVerified,
            IsBackupEligible = made.IsBackupEligible,
            IsBackedUp = made.IsBackedUp,
            AttestationObject = made.AttestationObject,
            ClientDataJson = made.ClientDataJson,
        });
        audit.Record(AuditKinds.PasskeyAdded, AuditSubject.Of(user), details: new { name });
        await trusted.EndAllAsync(user.Id);
        return new PasskeyAddition.Added(sid);
    }

    private PasskeyAddition.Refused Refuse(PortalUser user, string reason, string? why)
    {
        audit.Record(AuditKinds.PasskeyRefused, AuditSubject.Of(user), reason, why is null ? null : new { why });
        return new PasskeyAddition.Refused();
    }
}
