using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Portal.Rules.Passwords;
using Portal.Rules.TemporaryPasswords;
using Portal.Rules.Text;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Tenancy;

namespace Portal.Web.Accounts;

public abstract record IssueOutcome
{
    private IssueOutcome()
    {
    }

    /// <param name="Password">Shown or mailed once, by the caller; never stored in clear.</param>
    /// <param name="Id">The row, by which a page sees whether another one has superseded it (TR-18).</param>
    public sealed record Issued(string Password, DateTimeOffset ExpiresAt, Guid Id) : IssueOutcome
    {
        /// <summary>Keeps the password out of logs (AU-05).</summary>
        public override string ToString() => nameof(Issued);
    }

    public sealed record Unfit(IReadOnlyList<PasswordViolation> Violations) : IssueOutcome;
}

/// <summary>Issues temporary passwords: kills the former, releases the lockout and, but for those by phone, voids the old password at once (TEMP-5).</summary>
public sealed class TemporaryPasswordService(
    PortalDbContext db,
    UnitOfWork work,
    AccountLock accountLock,
    LockEnding ending,
    PasswordHashing hashing,
    PasswordJudge judge,
    PasswordService passwords,
    CredentialChange credentials,
    AuditLog audit,
    CurrentTenant tenant,
    TimeProvider clock)
{
    /// <param name="typed">What a person chose; null generates one (TEMP-4).</param>
    /// <param name="reason">Why, where the page asks for it.</param>
    public async Task<IssueOutcome> IssueAsync(Guid userId, TemporaryPasswordOrigin origin, string? typed = null, string? reason = null)
    {
        var state = await accountLock.TakeAsync(userId) ?? throw new InvalidOperationException("The account has no sign-in state.");
        var user = await db.Users.Include(row => row.Contract).SingleAsync(row => row.Id == userId);
        if (typed is not null && await judge.JudgeAsync(user, typed, formerHash: user.PasswordHash) is { Count: > 0 } violations)
        {
            return new IssueOutcome.Unfit(violations);
        }

        var now = clock.GetUtcNow();
        var password = typed is null ? TemporaryPasswordGenerator.Generate(tenant.Value.Passwords, RandomNumberGenerator.GetInt32) : CanonicalText.TemporaryPassword(typed);
        var expires = now + tenant.Value.TemporaryPasswords.Life;
        await SupersedeAsync(userId, now);
        var id = Guid.CreateVersion7();
        db.TemporaryPasswords.Add(new TemporaryPassword { Id = id, UserId = userId, Hash = hashing.Hash(password), Origin = origin, IssuedAt = now, ExpiresAt = expires });
        if (TemporaryPasswordRules.VoidsOldPassword(origin))
        {
            await VoidOldAsync(user, now);
        }

        audit.Record(AuditKinds.TemporaryPasswordIssued, AuditSubject.Of(user), reason, new { origin = origin.ToString(), expires });
        ending.End(state, user, LockEnd.TemporaryPassword, details: new { by = origin.ToString() });
        return new IssueOutcome.Issued(password, expires, id);
    }

    /// <summary>When the account's current temporary password dies; null when there is none.</summary>
    public Task<DateTimeOffset?> ExpiryAsync(Guid userId) =>
        work.RunAsync(() => db.TemporaryPasswords.Where(row => row.UserId == userId && row.EndedAt == null).Select(row => (DateTimeOffset?)row.ExpiresAt).SingleOrDefaultAsync());

    private Task<int> SupersedeAsync(Guid userId, DateTimeOffset now) =>
        db.TemporaryPasswords.Where(row => row.UserId == userId && row.EndedAt == null).ExecuteUpdateAsync(set => set.SetProperty(row => row.EndedAt, now));

    private async Task VoidOldAsync(PortalUser user, DateTimeOffset now)
    {
        passwords.Remember(user, now);
        user.PasswordHash = null;
        await credentials.ApplyAsync(user, CredentialReason.PasswordTakenBack);
    }
}
