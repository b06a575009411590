using Portal.Web.Tenancy.Profiles.Faults;

namespace Portal.Web.Tenancy.Profiles;

/// <summary>A profile that cannot be used; the message names file, path and reason (SITE-2).</summary>
public sealed class ProfileException : Exception
{
    public ProfileException()
    {
    }

    public ProfileException(string message)
        : base(message)
    {
    }

    internal ProfileException(ProfileProblem problem)
        : base(problem.Told) => Problem = problem;

    public ProfileException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>What one part says; null where it is about a file as a whole.</summary>
    internal ProfileProblem? Problem { get; }
}
