using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Portal.Rules.Passwords.Stored;
using Portal.Rules.Text;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Hashing.Old;
using Portal.Web.Metrics;

namespace Portal.Web.Domain.Accounts.Hashing;

public sealed class PasswordHashOptions
{
    public const string Section = "Portal:Passwords";

    /// <summary>PBKDF2-HMAC-SHA512 iterations; 220,000 is the OWASP password storage cheat sheet's figure.</summary>
    public int Iterations { get; set; } = 220_000;

    /// <summary>
    /// Throws where a password is hashed inside a transaction; so it is everywhere but in production, which only counts
    /// it.
    /// </summary>
    public bool RefuseInTransaction { get; set; }
}

/// <summary>
/// Identity's password hash at today's cost. Every evaluation is counted, also the dummy ones. Never inside a
/// transaction: whoever hashes under a row lock keeps others waiting, each with a connection, until there is none for
/// anybody (RX-05).
/// </summary>
public sealed class PasswordHashing
{
    private static readonly Counter<long> Verdicts =
        PortalMetrics.Meter.CreateCounter<long>("portal.password.verdicts", description: "Passwords evaluated against a real hash");
    private static readonly Counter<long> Dummies = PortalMetrics.Meter.CreateCounter<long>("portal.password.dummies",
        description: "Passwords evaluated against nothing, for equal time");

    private static readonly Counter<long> Made =
        PortalMetrics.Meter.CreateCounter<long>("portal.password.hashes", description: "Hashes of new passwords and keywords");
    private static readonly Counter<long> Inside = PortalMetrics.Meter.CreateCounter<long>("portal.password.inside_transactions",
        description: "Passwords hashed or judged while a transaction was open; must stay 0");
    private static readonly AsyncLocal<bool> Excepted = new();

    private readonly bool refuses;
    private readonly PasswordHasher<PortalUser> hasher;
    private readonly Task<string> dummy;

    public PasswordHashing(IOptions<PasswordHashOptions> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        refuses = options.Value.RefuseInTransaction;
        hasher = new PasswordHasher<PortalUser>(Options.Create(new PasswordHasherOptions { IterationCount = options.Value.Iterations }));

        // As long as any: the start does not wait for it, and nobody signs in so early.
        dummy = Task.Run(() => hasher.HashPassword(null!, Guid.NewGuid().ToString()));
    }

    public string Hash(string password)
    {
        MustBeOutside();
        Made.Add(1);
        return hasher.HashPassword(null!, CanonicalText.Password(password));
    }

    /// <summary>
    /// Also against what another system made of it; then a right password is to be hashed anew (ADMIN-12).
    /// </summary>
    public PasswordVerificationResult Verify(string hash, string password)
    {
        MustBeOutside();
        Verdicts.Add(1);
        if (OldHashes.Matches(hash, CanonicalText.Password(password)) is { } matches)
        {
            return matches ? PasswordVerificationResult.SuccessRehashNeeded : PasswordVerificationResult.Failed;
        }

        return hasher.VerifyHashedPassword(null!, hash, CanonicalText.Password(password));
    }

    /// <summary>Made by the system before this one.</summary>
    public static bool IsOld(string hash) => StoredHashFormat.Read(hash).Hash is not (null or StoredHash.Identity);

    /// <summary>Costs what <see cref="Verify"/> costs, so that time tells nothing about the account (F3).</summary>
    public void SpendTime(string password)
    {
        MustBeOutside();
        Dummies.Add(1);
        hasher.VerifyHashedPassword(null!, dummy.GetAwaiter().GetResult(), CanonicalText.Password(password));
    }

    /// <summary>For what costs as much as a hash, such as the estimator.</summary>
    /// <exception cref="InvalidOperationException">A transaction is open.</exception>
    public void MustBeOutside()
    {
        if (!UnitOfWork.IsOpen || Excepted.Value)
        {
            return;
        }

        Inside.Add(1);
        if (refuses)
        {
            throw new InvalidOperationException("A password is hashed inside a transaction: prepare the hash first (HashAhead), then "
                + "take the lock.");
        }
    }

    /// <summary>Until disposed, this flow of work may hash inside its transaction.</summary>
    internal static IDisposable Except() => new Exemption();

    private sealed class Exemption : IDisposable
    {
        public Exemption() => Excepted.Value = true;

        public void Dispose() => Excepted.Value = false;
    }
}
