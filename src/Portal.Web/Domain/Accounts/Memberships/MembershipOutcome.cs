using Portal.Rules.Delegation;
using Portal.Web.Data.Entities;

namespace Portal.Web.Domain.Accounts.Memberships;

public abstract record MembershipOutcome
{
    private MembershipOutcome()
    {
    }

    /// <param name="Of">With its user.</param>
    public sealed record Done(Membership Of) : MembershipOutcome;

    /// <summary>It was so already; nothing is recorded.</summary>
    public sealed record Unchanged : MembershipOutcome;

    /// <summary>Somebody changed it since the form was opened; nothing was written (SAFE-1).</summary>
    public sealed record Conflict : MembershipOutcome;

    /// <param name="Verdict">Never <see cref="MembershipVerdict.Allowed"/>.</param>
    public sealed record Refused(MembershipVerdict Verdict) : MembershipOutcome;
}
