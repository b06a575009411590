using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Rules.Text;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Locks;
using Portal.Web.Tenancy;

namespace Portal.Web.Domain.Accounts.Passkeys;

/// <param name="Options">For navigator.credentials, as JSON.</param>
public sealed record CeremonyOffer(Guid Ceremony, string Options);

public abstract record AssertionVerdict
{
    private AssertionVerdict()
    {
    }

    /// <summary>
    /// The answer is this user's; its row lock is held. Whether it may do what it came for is another question.
    /// </summary>
    public sealed record Holds(PortalUser User, SignInState State, Passkey Passkey) : AssertionVerdict;

    /// <param name="Subject">Whose it was or, where that is not known, which passkey.</param>
    /// <param name="Reason">For the log of what it came for: each failure is one event, whatever asked for the
    /// passkey.</param>
    /// <param name="Why">The same in the words of the framework, where it was that.</param>
    /// <param name="OfAnotherSite">The passkey belongs to another
    /// tenant of this host; the browser could not know.</param>
    /// <param name="Unknown">No account of this tenant has it any more; whoever keeps it may forget it.</param>
    public sealed record Fails(AuditSubject Subject, string Reason, string? Why, bool OfAnotherSite, bool Unknown = false)
        : AssertionVerdict;
}

/// <summary>
/// Asks for a passkey and checks what comes back. Of every answer that does not hold the true reason is handed to who
/// asked, for the log (MF-17).
/// </summary>
public sealed class PasskeyAssertions(PortalDbContext db, IPasskeyHandler<PortalUser> handler, PasskeyCeremonies ceremonies,
    AccountLocks locks, CurrentTenant tenant, TimeProvider clock)
{
    private const int LongestWhy = 200;

    /// <param name="user">Whose passkeys to ask for, where that is known and proven; null asks for any, and the options
    /// tell nothing of anybody (EN-07).</param>
    public async Task<CeremonyOffer> OfferAsync(CeremonyBinding binding, string browser, PortalUser? user)
    {
        var made = await handler.MakeRequestOptionsAsync(user, Nowhere());
        return new CeremonyOffer(ceremonies.Start(binding, browser, made.AssertionState!), made.RequestOptionsJson);
    }

    public async Task<AssertionVerdict> VerifyAsync(PasskeyAnswer answer, CeremonyBinding binding)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(binding);
        var taken = await ceremonies.RedeemAsync(answer.Ceremony, answer.Browser, binding);
        if (taken is not CeremonyTaken.Live live)
        {
            return await FailAsync(answer, binding.UserId, ((CeremonyTaken.Refused)taken).Reason);
        }

        if (answer.Handle is { } handle && handle.TenantId != tenant.Value.Id)
        {
            return await FailAsync(answer, binding.UserId, "OtherSite", ofAnotherSite: true);
        }

        return (binding.UserId ?? answer.Handle?.UserId) is { } userId
            ? await CheckAsync(answer, live.State, userId)
            : await FailAsync(answer, null, "NoUserHandle");
    }

    private async Task<AssertionVerdict> CheckAsync(PasskeyAnswer answer, string ceremony, Guid userId)
    {
        // From here on nobody else answers for this account, so the counter is read and raised in one go.
        var state = await locks.SignInAsync(userId);
        var result = await handler.PerformAssertionAsync(new PasskeyAssertionContext
        {
            HttpContext = Nowhere(),
            CredentialJson = answer.Json,
            AssertionState = ceremony
        });
        if (!result.Succeeded || result.User.Id != userId || state is null)
        {
            return await FailAsync(answer, userId, "NotVerified",
                result.Failure?.Message) with
            { Unknown = !await ExistsAsync(answer, userId) };
        }

        var passkey = await db.Passkeys.SingleAsync(row => row.UserId == userId && row.CredentialId == result.Passkey.CredentialId);
        (passkey.SignCount, passkey.IsBackedUp, passkey.LastUsedAt) =
            (result.Passkey.SignCount, result.Passkey.IsBackedUp, clock.GetUtcNow());
        await db.Entry(result.User).Reference(row => row.Contract).LoadAsync();
        return new AssertionVerdict.Holds(result.User, state, passkey);
    }

    private async Task<bool> ExistsAsync(PasskeyAnswer answer, Guid userId) =>
        answer.CredentialId is not { } id || await db.Passkeys.AnyAsync(row => row.UserId == userId && row.CredentialId == id);

    private async Task<AssertionVerdict.Fails> FailAsync(PasskeyAnswer answer, Guid? userId, string reason, string? why = null,
        bool ofAnotherSite = false)
    {
        var user = userId is { } id ? await db.Users.SingleOrDefaultAsync(row => row.Id == id) : null;
        var subject = user is null ? new AuditSubject(null, answer.ShortId, null) : AuditSubject.Of(user);
        return new AssertionVerdict.Fails(subject, reason, why is null ? null : ForeignText.Of(why, LongestWhy), ofAnotherSite);
    }

    /// <summary>No request at all: the framework must not find a Host or Origin header to believe.</summary>
    internal static HttpContext Nowhere() => new DefaultHttpContext();
}
