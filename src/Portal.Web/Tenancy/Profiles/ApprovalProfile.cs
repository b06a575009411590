using Portal.Rules.Approvals;
using Portal.Web.Tenancy.Profiles.Faults;

namespace Portal.Web.Tenancy.Profiles;

/// <summary>What the staff does for this tenant only with a second person's approval (ADMIN-11).</summary>
/// <param name="Acts">Any of <see cref="ApprovableActs.All"/>; null = none.</param>
/// <param name="Hours">How long a request waits before it ends by itself.</param>
public sealed record ApprovalProfile(IReadOnlyList<string>? Acts = null, int Hours = ApprovalProfile.UsualHours)
{
    public const int UsualHours = 24;

    public bool Asks(string act) => Acts?.Contains(act) == true;

    internal IEnumerable<ProfileProblem> Problems()
    {
        if ((Acts ?? []).Except(ApprovableActs.All).FirstOrDefault() is { } unknown)
        {
            yield return new("approval.acts", "UnknownWord", unknown, string.Join(", ", ApprovableActs.All));
        }

        if (Hours is < 1 or > ApprovalRules.MostHours)
        {
            yield return new("approval.hours", "Hours", 1, ApprovalRules.MostHours);
        }
    }
}
