using Microsoft.EntityFrameworkCore;
using Portal.Rules.SecondFactors;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Attempts;
using Portal.Web.Domain.Accounts.Factors;

namespace Portal.Web.Domain.Accounts.LinkedAdministrators;

/// <summary>
/// The second factor of an administrator ID that is being linked (AZ-09). A passkey is bound to its owner's own
/// browser; who links types a code.
/// </summary>
public sealed class LinkFactor(PortalDbContext db, SignInAttempts attempts, SecondSteps steps, Linking linking, LinkReading reading)
{
    private static readonly FactorMethod[] Typed = [FactorMethod.App, FactorMethod.EmailCode, FactorMethod.RecoveryCode];

    /// <summary>The unfinished link of a token, of this manager alone.</summary>
    public Task<SignInAttempt?> FindAsync(PortalUser manager, string? token)
    {
        ArgumentNullException.ThrowIfNull(manager);
        return attempts.FindAsync(token, manager.Id);
    }

    /// <summary>With what the link can go on; the strongest first.</summary>
    public async Task<IReadOnlyList<FactorMethod>> AvailableAsync(SignInAttempt attempt) =>
        [.. (await steps.AvailableAsync(attempt)).Where(Typed.Contains)];

    /// <returns>The link, or why the code did not make one.</returns>
    public async Task<(CodeOutcome Code, LinkOutcome.Linked? Linked)> EnterAsync(PortalUser manager, SignInAttempt attempt,
        FactorMethod method, string typed)
    {
        ArgumentNullException.ThrowIfNull(manager);
        ArgumentNullException.ThrowIfNull(attempt);
        var outcome = await steps.ProveAsync(attempt, method, typed);
        if (outcome is not CodeOutcome.Proven || !reading.IsAdministrator(attempt.User!)
            || !await db.Users.AnyAsync(user => user.Id == manager.Id && user.DisabledAt == null))
        {
            return (outcome is CodeOutcome.Proven ? new CodeOutcome.Over() : outcome, null);
        }

        return (outcome, (LinkOutcome.Linked)await linking.AddAsync(manager, attempt.User!, factorProven: true));
    }
}
