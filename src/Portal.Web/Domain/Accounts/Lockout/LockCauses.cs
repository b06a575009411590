using Microsoft.EntityFrameworkCore;
using Portal.Rules.Lockout;
using Portal.Web.Audit;
using Portal.Web.Data;

namespace Portal.Web.Domain.Accounts.Lockout;

/// <summary>What locked an account.</summary>
public enum LockCause
{
    /// <summary>Wrong passwords, one after the other.</summary>
    Passwords,

    /// <summary>Wrong codes of a second factor.</summary>
    Codes,

    /// <summary>Its owner said that a sign-in was somebody else's (NOTICE-1).</summary>
    Disowned,
}

/// <summary>
/// Why an account is locked: its state has counts alone, the event of the lock has the reason (LOCK-9).
/// </summary>
public sealed class LockCauses(PortalDbContext db)
{
    /// <summary>Too many wrong codes, as events name it.</summary>
    public const string Codes = "Codes";

    /// <summary>The owner's word, as events name it.</summary>
    public const string Disowned = "Disowned";

    /// <summary>The reasons of locks that no count explains.</summary>
    public static readonly string[] Reasons = [Codes, Disowned];

    /// <summary>Of an account of the current tenant that is locked.</summary>
    public async Task<LockCause> OfAsync(Guid userId, LockFacts facts, LockoutPolicy policy) => ExplainsItself(facts, policy)
        ? LockCause.Passwords
        : Of(await db.AuditEvents.Where(row => row.SubjectId == userId && row.Kind == AuditKinds.Locked)
            .OrderByDescending(row => row.OccurredAt).Select(row => row.Reason).FirstOrDefaultAsync());

    /// <summary>Its failures alone would have locked it: nobody has to look further.</summary>
    public static bool ExplainsItself(LockFacts facts, LockoutPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(policy);
        return facts.IsVoid || facts.Failures >= policy.Limit;
    }

    /// <param name="reason">Of the event of the lock.</param>
    public static LockCause Of(string? reason) => reason switch
    {
        Codes => LockCause.Codes,
        Disowned => LockCause.Disowned,
        _ => LockCause.Passwords,
    };
}
