using Portal.Web.Data.Entities;
using Portal.Web.Tenancy.Profiles.Faults;

namespace Portal.Web.Domain.Tenants;

/// <summary>What became of a change of a profile.</summary>
public abstract record ProfileOutcome
{
    private ProfileOutcome()
    {
    }

    /// <param name="Row">As it is now.</param>
    public sealed record Done(Tenant Row, ProfileVersion Version) : ProfileOutcome;

    /// <summary>It says so already; nothing is recorded.</summary>
    public sealed record Unchanged(Tenant Row) : ProfileOutcome;

    /// <summary>Somebody changed it since the page was opened.</summary>
    /// <param name="Row">As it is now.</param>
    public sealed record Conflict(Tenant Row) : ProfileOutcome;

    /// <summary>The profile makes no sense as a whole.</summary>
    public sealed record Refused(IReadOnlyList<ProfileProblem> Problems) : ProfileOutcome;

    /// <summary>It waits for a second person; nothing is in force yet (ADMIN-11).</summary>
    public sealed record Asked : ProfileOutcome;

    /// <summary>Another change of this profile waits already; nothing is recorded.</summary>
    public sealed record Waits : ProfileOutcome;

    /// <summary>Another tenant has the slug.</summary>
    public sealed record SlugTaken : ProfileOutcome;
}
