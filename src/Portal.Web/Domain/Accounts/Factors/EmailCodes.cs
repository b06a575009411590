using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Portal.Rules.SecondFactors;
using Portal.Rules.Text;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Attempts;
using Portal.Web.Domain.Accounts.Locks;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Domain.Accounts.Factors;

/// <summary>
/// Codes by e-mail: random, bound to one sign-in and to the address they went to (MFA-4, F6). Kept under the keys of
/// the application and not under a password's hash: of a million codes every one is tried out in minutes, however slow
/// the hash, and it would be computed under the account's lock (RX-05).
/// </summary>
public sealed class EmailCodes(
    PortalDbContext db, AccountLocks locks, IDataProtectionProvider protection, AuditLog audit, CurrentTenant tenant, TimeProvider clock)
{
    /// <summary>Of so many a later code is told from a wrong one.</summary>
    private const int FormerCodes = 4;

    private readonly IDataProtector protector = protection.CreateProtector("Portal.SignInCode");

    private SecondFactorProfile Policy => tenant.Value.Profile.SecondFactor;

    /// <summary>
    /// Whether another code may be sent. Of the account's codes those count that nobody has entered: to sign in often
    /// is no reason to wait.
    /// </summary>
    public async Task<EmailCodeRoom> RoomAsync(SignInAttempt attempt)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        var now = clock.GetUtcNow();
        var (since, begun) = (now - EmailCodePace.Window, now - EmailCodePace.Window - SignInAttempts.Life);

        // Of this sign-in what is not stored yet counts as well.
        var mailed = await db.SignInAttempts
            .Where(row => row.UserId == attempt.UserId && row.Id != attempt.Id && row.CreatedAt > begun && row.CodeHash != null
                && row.CodeSentAt > since)
            .Select(row => new MailedCodes(row.CodeSentAt!.Value, row.CodesSent)).ToListAsync();
        if (attempt is { CodeHash: not null, CodeSentAt: { } sentAt })
        {
            mailed.Add(new MailedCodes(sentAt, attempt.CodesSent));
        }

        return EmailCodePace.Decide(mailed, TimeSpan.FromSeconds(Policy.ResendSeconds), Policy.CodesPerHour, now);
    }

    /// <summary>A new code replaces the former and leaves the count of tries as it is (MF-07).</summary>
    public async Task<CodeOutcome> SendAsync(SignInAttempt attempt)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        await TakeTurnAsync(attempt);
        return await RoomAsync(attempt) switch
        {
            EmailCodeRoom.TooSoon soon => new CodeOutcome.TooSoon(soon.Wait),
            EmailCodeRoom.Full full => new CodeOutcome.TooMany(full.Wait),
            _ => Make(attempt, clock.GetUtcNow()),
        };
    }

    private CodeOutcome.Sent Make(SignInAttempt attempt, DateTimeOffset now)
    {
        if (attempt.CodeHash is { } former)
        {
            attempt.FormerCodeHashes = string.Join(' ',
                (attempt.FormerCodeHashes ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Append(former).TakeLast(FormerCodes));
        }

        var code = RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", CultureInfo.InvariantCulture);
        (attempt.CodeHash, attempt.CodeSentAt, attempt.CodeExpiresAt) =
            (Seal(code, attempt), now, Earlier(now.AddMinutes(Policy.CodeMinutes), attempt.ExpiresAt));
        attempt.CodesSent++;
        audit.Record(AuditKinds.SignInCodeSent, AuditSubject.Of(attempt.User!));
        return new CodeOutcome.Sent(code, attempt.CodeExpiresAt.Value);
    }

    /// <summary>Asked outside the account's lock, many at once would each find room for one more code.</summary>
    private async Task TakeTurnAsync(SignInAttempt attempt)
    {
        await locks.SignInAsync(attempt.UserId);
        if (db.Entry(attempt) is { State: EntityState.Unchanged } entry)
        {
            await entry.ReloadAsync();
        }
    }

    /// <summary>A right code also proves that the address is its owner's (MAIL-3).</summary>
    internal CodeCheck Check(SignInAttempt attempt, string typed, DateTimeOffset now)
    {
        if (now >= attempt.CodeExpiresAt || attempt.CodeHash is not { } current || Open(current) is null)
        {
            return new CodeCheck(CodeVerdict.Expired);
        }

        if (CanonicalText.OneTimeCode(typed) is not { } code)
        {
            return new CodeCheck(CodeVerdict.Unfit);
        }

        if (!Fits(current, code, attempt))
        {
            return IsFormer(code, attempt) ? new CodeCheck(CodeVerdict.Superseded) : CodeCheck.Of(false);
        }

        Confirm(attempt.User!, now);

        // Used up, and so none of those that are waited for.
        attempt.CodeHash = null;
        return CodeCheck.Of(true);
    }

    private bool IsFormer(string code, SignInAttempt attempt) =>
        attempt.FormerCodeHashes?.Split(' ').Any(hash => Fits(hash, code, attempt)) == true;

    private bool Fits(string sealedCode, string code, SignInAttempt attempt) =>
        Open(sealedCode) is { } bound && CryptographicOperations.FixedTimeEquals(bound, Bound(code, attempt));

    // An address that was changed after the code had gone out is not proven by it.
    private static byte[] Bound(string code, SignInAttempt attempt) =>
        SHA256.HashData(Encoding.UTF8.GetBytes($"{code} {attempt.Id} {attempt.User!.Email}"));

    /// <summary>
    /// In the plain alphabet: a node of the former release takes
    /// it for a hash that does not match, not for a broken one.
    /// </summary>
    private string Seal(string code, SignInAttempt attempt) => Convert.ToBase64String(protector.Protect(Bound(code, attempt)));

    /// <returns>Null where there is none, or none that this release made: the owner asks for another.</returns>
    private byte[]? Open(string text)
    {
        try
        {
            return protector.Unprotect(Convert.FromBase64String(text));
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return null;
        }
    }

    private void Confirm(PortalUser user, DateTimeOffset now)
    {
        if (user.ProveEmail(now))
        {
            audit.Record(AuditKinds.EmailConfirmed, AuditSubject.Of(user));
        }
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
