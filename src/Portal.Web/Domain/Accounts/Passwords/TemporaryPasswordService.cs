using Microsoft.EntityFrameworkCore;
using Portal.Rules.Passwords;
using Portal.Rules.TemporaryPasswords;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Lockout;
using Portal.Web.Domain.Accounts.Locks;
using Portal.Web.Tenancy;

namespace Portal.Web.Domain.Accounts.Passwords;

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

    /// <summary>The account got another password or name while this one was judged.</summary>
    public sealed record Overtaken : IssueOutcome;
}

/// <param name="Password">Null where it does not fit.</param>
public sealed record TypedPassword(JudgedAgainst Against, IReadOnlyList<PasswordViolation> Violations, PreparedPassword? Password)
{
    public override string ToString() => nameof(TypedPassword);
}

/// <summary>
/// Issues temporary passwords: kills the former, releases the lockout and, but for those by phone, voids the old
/// password at once (TEMP-5).
/// </summary>
public sealed class TemporaryPasswordService(
    PortalDbContext db,
    UnitOfWork work,
    AccountLocks locks,
    LockEnding ending,
    PasswordPreparation preparation,
    PasswordReplacement replacement,
    AuditLog audit,
    CurrentTenant tenant,
    TimeProvider clock)
{
    /// <summary>Makes one under a tenant's rules, before any transaction (TEMP-4).</summary>
    public Task<PreparedPassword> PrepareAsync(PasswordPolicy policy) => preparation.MakeAsync(policy);

    public Task<PreparedPassword> PrepareAsync() => PrepareAsync(tenant.Value.Passwords);

    /// <summary>Judges and hashes one that a person chose, before any transaction.</summary>
    /// <returns>What is left to do under the lock; its refusals are told there, to those alone who may issue
    /// one.</returns>
    public Task<TypedPassword?> PrepareAsync(Guid userId, string typed) => preparation.JudgeAsync(userId, typed);

    /// <summary>
    /// One that a person chose. The account is as it was when the password was judged, or nothing is done.
    /// </summary>
    public async Task<IssueOutcome> IssueAsync(Guid userId, TypedPassword typed, TemporaryPasswordOrigin origin)
    {
        ArgumentNullException.ThrowIfNull(typed);
        await locks.SignInAsync(userId);
        if (!await preparation.StillHoldsAsync(userId, typed))
        {
            return new IssueOutcome.Overtaken();
        }

        return typed.Password is { } prepared ? await IssueAsync(userId, prepared, origin) : new IssueOutcome.Unfit(typed.Violations);
    }

    /// <param name="prepared">From <see cref="PrepareAsync()"/>.</param>
    /// <param name="reason">Why, where the page asks for it.</param>
    public async Task<IssueOutcome.Issued> IssueAsync(Guid userId, PreparedPassword prepared, TemporaryPasswordOrigin origin,
        string? reason = null)
    {
        ArgumentNullException.ThrowIfNull(prepared);
        var state = await locks.SignInAsync(userId) ?? throw new InvalidOperationException("The account has no sign-in state.");
        var user = await db.Users.Include(row => row.Contract).SingleAsync(row => row.Id == userId);
        var now = clock.GetUtcNow();
        var expires = now + tenant.Value.TemporaryPasswords.Life;
        await SupersedeAsync(userId, now);
        var id = Guid.CreateVersion7();
        db.TemporaryPasswords.Add(new TemporaryPassword
        {
            Id = id,
            UserId = userId,
            Hash = prepared.Hash,
            Origin = origin,
            IssuedAt = now,
            ExpiresAt = expires
        });
        if (TemporaryPasswordRules.VoidsOldPassword(origin))
        {
            await replacement.TakeBackAsync(user);
        }

        audit.Record(AuditKinds.TemporaryPasswordIssued, AuditSubject.Of(user), reason, new { origin = origin.ToString(), expires });
        await ending.EndAsync(state, user, LockEnd.TemporaryPassword, details: new { by = origin.ToString() });
        return new IssueOutcome.Issued(prepared.Text, expires, id);
    }

    /// <summary>When the account's live temporary password dies; null when there is none that lives.</summary>
    public Task<DateTimeOffset?> ExpiryAsync(Guid userId) => work.RunAsync<DateTimeOffset?>(async () =>
        await db.TemporaryPasswords.AsNoTracking().SingleOrDefaultAsync(row => row.UserId == userId && row.EndedAt == null) is { } current
            && TemporaryPasswordRules.IsLive(TemporaryPasswords.Facts(current), tenant.Value.TemporaryPasswords, clock.GetUtcNow())
            ? current.ExpiresAt
            : null);

    private Task<int> SupersedeAsync(Guid userId, DateTimeOffset now) =>
        db.TemporaryPasswords.Where(row => row.UserId == userId && row.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.EndedAt, now));
}
