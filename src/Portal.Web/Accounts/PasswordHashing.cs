using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Portal.Rules.Text;
using Portal.Web.Data.Entities;

namespace Portal.Web.Accounts;

public sealed class PasswordHashOptions
{
    /// <summary>PBKDF2-HMAC-SHA512 iterations; 220,000 is the OWASP password storage cheat sheet's figure.</summary>
    public int Iterations { get; set; } = 220_000;
}

/// <summary>Identity's password hash at today's cost. Every evaluation is counted, also the dummy ones.</summary>
public sealed class PasswordHashing
{
    private static readonly Counter<long> Verdicts = PortalMetrics.Meter.CreateCounter<long>("portal.password.verdicts", description: "Passwords evaluated against a real hash");
    private static readonly Counter<long> Dummies = PortalMetrics.Meter.CreateCounter<long>("portal.password.dummies", description: "Passwords evaluated against nothing, for equal time");

    private readonly PasswordHasher<PortalUser> hasher;
    private readonly Task<string> dummy;

    public PasswordHashing(IOptions<PasswordHashOptions> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        hasher = new PasswordHasher<PortalUser>(Options.Create(new PasswordHasherOptions { IterationCount = options.Value.Iterations }));

        // As long as any: the start does not wait for it, and nobody signs in so early.
        dummy = Task.Run(() => Hash(Guid.NewGuid().ToString()));
    }

    public string Hash(string password) => hasher.HashPassword(null!, CanonicalText.Password(password));

    public PasswordVerificationResult Verify(string hash, string password)
    {
        Verdicts.Add(1);
        return hasher.VerifyHashedPassword(null!, hash, CanonicalText.Password(password));
    }

    /// <summary>Costs what <see cref="Verify"/> costs, so that time tells nothing about the account (F3).</summary>
    public void SpendTime(string password)
    {
        Dummies.Add(1);
        hasher.VerifyHashedPassword(null!, dummy.GetAwaiter().GetResult(), CanonicalText.Password(password));
    }
}
