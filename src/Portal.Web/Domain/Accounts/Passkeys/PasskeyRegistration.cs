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

/// <summary>Makes a passkey of a user's own, between two requests of its browser. Each runs inside the current
/// transaction.</summary>
public sealed class PasskeyRegistration(
    PortalDbContext db, IPasskeyHandler<PortalUser> handler, RelyingParty party, PasskeyCeremonies ceremonies, AccountLocks locks,
        TrustedBrowsers trusted, SessionService sessions, AuditLog audit, TimeProvider clock)
{
    /// <param name="displayName">What the browser shows of the account when it offers the passkey: all tenants of the
    /// host stand in one list.</param>
    public async Task<CeremonyOffer> OfferAsync(Session session, string browser, string displayName)
    {
        ArgumentNullException.ThrowIfNull(session);
        var user = await db.Users.OwnAsync(session.UserId);
        var entity = new PasskeyUserEntity { Id = party.Handle(user), Name = user.UserName!, DisplayName = displayName };
        var made = await handler.MakeCreationOptionsAsync(entity, PasskeyAssertions.Nowhere());
        return new CeremonyOffer(ceremonies.Start(Binding(session), browser, made.AttestationState!), WithName(made.CreationOptionsJson));
    }

    public async Task<PasskeyAddition> AddAsync(Session session, PasskeyAnswer answer, string name)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(answer);

        // The lock makes two registrations at once take turns, or both would find room for one more.
        await locks.SignInAsync(session.UserId);
        var user = await db.Users.OwnAsync(session.UserId);
        var taken = await ceremonies.RedeemAsync(answer.Ceremony, answer.Browser, Binding(session));
        if (taken is not CeremonyTaken.Live live)
        {
            return Refuse(user, ((CeremonyTaken.Refused)taken).Reason, null);
        }

        if (await db.Passkeys.CountAsync(row => row.UserId == user.Id) >= PasskeyService.Limit)
        {
            return new PasskeyAddition.TooMany();
        }

        var result = await handler.PerformAttestationAsync(new PasskeyAttestationContext
        {
            HttpContext = PasskeyAssertions.Nowhere(),
            CredentialJson = answer.Json,
            AttestationState = live.State
        });
        return result.Succeeded && result.UserEntity.Id == party.Handle(user)
            ? await KeepAsync(session, user, result.Passkey, name)
            : Refuse(user, "NotVerified", result.Failure?.Message);
    }

    private static CeremonyBinding Binding(Session session) => new(PasskeyPurpose.Register, session.UserId, session.Id);

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
        audit.Record(AuditKinds.PasskeyNotAdded, AuditSubject.Of(user), reason, why is null ? null : new { why });
        return new PasskeyAddition.Refused();
    }
}
