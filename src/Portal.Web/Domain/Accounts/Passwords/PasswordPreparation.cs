using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Portal.Rules.Passwords;
using Portal.Rules.TemporaryPasswords;
using Portal.Rules.Text;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Hashing;

namespace Portal.Web.Domain.Accounts.Passwords;

/// <summary>Temporary passwords made or judged, and hashed, before any transaction (RX-05).</summary>
public sealed class PasswordPreparation(PortalDbContext db, UnitOfWork work, HashAhead hashes, PasswordHashing hashing, PasswordJudge judge)
{
    /// <summary>Makes one under a tenant's rules (TEMP-4).</summary>
    public async Task<PreparedPassword> MakeAsync(PasswordPolicy policy)
    {
        var password = TemporaryPasswordGenerator.Generate(policy, RandomNumberGenerator.GetInt32);
        return new PreparedPassword(password, await hashes.HashAsync(password));
    }

    /// <summary>Judges one that a person chose; null where there is no such account.</summary>
    public async Task<TypedPassword?> JudgeAsync(Guid userId, string typed)
    {
        var against = await work.RunAsync(() => ReadAsync(userId));
        return against is null ? null : await hashes.RunAsync(() => Judge(against, typed));
    }

    /// <summary>
    /// The rules that a password breaks as far as no hash is asked: for a form that comes back for another reason, so
    /// that it names them at once (PASS-2). Whether it is one of the owner's own is told only after a proof (CG-23).
    /// </summary>
    /// <param name="user">With its contract.</param>
    /// <param name="former">What was typed as the current one, right or not.</param>
    public Task<IReadOnlyList<PasswordViolation>> BrokenAsync(PortalUser user, string typed, string? former = null) =>
        hashes.RunAsync(() => judge.Judge(judge.WithoutFormer(user), typed, former));

    /// <summary>Whether a judgement is one on the account as it is now; inside the current transaction.</summary>
    public async Task<bool> StillHoldsAsync(Guid userId, TypedPassword typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        return await ReadAsync(userId) is { } now && typed.Against.IsSameAs(now);
    }

    private async Task<JudgedAgainst?> ReadAsync(Guid userId) =>
        await db.Users.AsNoTracking().Include(row => row.Contract).SingleOrDefaultAsync(row => row.Id == userId) is { } user
            ? judge.WithoutFormer(user)
            : null;

    private TypedPassword Judge(JudgedAgainst against, string typed)
    {
        var violations = judge.Judge(against, typed);
        var password = CanonicalText.TemporaryPassword(typed);
        return new TypedPassword(against, violations, violations.Count > 0 ? null : new PreparedPassword(password, hashing.Hash(password)));
    }
}
