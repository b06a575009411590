using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Portal.Rules.SecondFactors;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;

namespace Portal.Web.Domain.Accounts.Factors;

/// <summary>
/// Codes for the day on which every other factor is lost. A set has one salt, so that one derivation compares a typed
/// code with all of it.
/// </summary>
public sealed class RecoveryCodes(PortalDbContext db, AuditLog audit, TimeProvider clock)
{
    private const int SaltBytes = 16;
    private const int HashBytes = 32;

    // Eighty random bits cannot be tried out, however fast the hash: the cost of a password's would only keep the
    // account's row locked for seconds.
    private const int Iterations = 1000;

    /// <summary>Makes a new set; the former one is dead (MF-13).</summary>
    /// <returns>The codes as they are shown, this once; only their hashes are kept.</returns>
    public async Task<IReadOnlyList<string>> MakeAsync(PortalUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        await EndAsync(user.Id);
        var (salt, now) = (RandomNumberGenerator.GetBytes(SaltBytes), clock.GetUtcNow());
        var codes = Enumerable.Range(0, RecoveryCodeText.PerSet)
            .Select(_ => RecoveryCodeText.Show(SecretText.Of(RandomNumberGenerator.GetBytes(RecoveryCodeText.Bytes)))).ToList();
        db.RecoveryCodes.AddRange(codes.Select(code => new RecoveryCode
        {
            Id = Guid.CreateVersion7(),
            UserId = user.Id,
            Salt = salt,
            Iterations = Iterations,
            Hash = Hash(RecoveryCodeText.Canonical(code)!, salt, Iterations),
            CreatedAt = now,
        }));
        audit.Record(AuditKinds.RecoveryCodesMade, AuditSubject.Of(user), details: new { codes = codes.Count });
        return codes;
    }

    public Task<int> LeftAsync(Guid userId) => db.RecoveryCodes.CountAsync(code => code.UserId == userId && code.UsedAt == null);

    public Task<int> EndAsync(Guid userId) => db.RecoveryCodes.Where(code => code.UserId == userId).ExecuteDeleteAsync();

    /// <summary>Uses a code up. The caller holds the account's row lock, so that it is used once (MF-13).</summary>
    internal async Task<CodeCheck> CheckAsync(PortalUser user, string typed, DateTimeOffset now)
    {
        if (RecoveryCodeText.Canonical(typed) is not { } text)
        {
            return new CodeCheck(CodeVerdict.Unfit);
        }

        var codes = await db.RecoveryCodes.Where(code => code.UserId == user.Id && code.UsedAt == null).ToListAsync();
        if (codes.Count == 0)
        {
            return CodeCheck.Of(false);
        }

        var hash = Hash(text, codes[0].Salt, codes[0].Iterations);
        var found = codes.Find(code => CryptographicOperations.FixedTimeEquals(code.Hash, hash));
        if (found is null)
        {
            return CodeCheck.Of(false);
        }

        found.UsedAt = now;
        audit.Record(AuditKinds.RecoveryCodeUsed, AuditSubject.Of(user), details: new { left = codes.Count - 1 });
        return CodeCheck.Of(true);
    }

    private static byte[] Hash(string code, byte[] salt, int iterations) =>
        Rfc2898DeriveBytes.Pbkdf2(Encoding.ASCII.GetBytes(code), salt, iterations, HashAlgorithmName.SHA512, HashBytes);
}
