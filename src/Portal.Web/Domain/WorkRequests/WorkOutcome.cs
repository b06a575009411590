using Portal.Web.Data.Entities;

namespace Portal.Web.Domain.WorkRequests;

/// <summary>What became of an act on a work request.</summary>
public abstract record WorkOutcome
{
    private WorkOutcome()
    {
    }

    public sealed record Done(WorkRequest Row) : WorkOutcome;

    /// <summary>Somebody decided before.</summary>
    /// <param name="Row">As it stands now.</param>
    public sealed record Refused(WorkRequest Row) : WorkOutcome;

    /// <summary>Not as many points are left.</summary>
    /// <param name="Left">How many are.</param>
    public sealed record NotEnough(long Left) : WorkOutcome;

    /// <summary>Nobody of the contract is left whose case it could be.</summary>
    public sealed record Nobody : WorkOutcome;
}
