using Portal.Web.Data.Entities;

namespace Portal.Web.Domain.Accounts.LinkedAdministrators;

/// <summary>What linking an administrator ID came to.</summary>
public abstract record LinkOutcome
{
    private LinkOutcome()
    {
    }

    /// <param name="Again">The link was there and is confirmed anew.</param>
    public sealed record Linked(AdministratorLink Link, PortalUser Administrator, bool Again) : LinkOutcome;

    /// <summary>ID and password do not match; whatever else stands against it, nobody learns which.</summary>
    public sealed record Refused : LinkOutcome;

    /// <summary>The password was right; its second factor comes next (AZ-09).</summary>
    /// <param name="Token">For the browser that goes on.</param>
    public sealed record FactorNeeded(string Token) : LinkOutcome;

    /// <summary>The password was right, but its owner has to set another one first.</summary>
    public sealed record PasswordUnset(string LoginId) : LinkOutcome;

    /// <summary>This manager has tried too many in the last hour.</summary>
    public sealed record TooMany : LinkOutcome;

    public sealed record Throttled(TimeSpan RetryAfter) : LinkOutcome;

    public sealed record TooBusy : LinkOutcome;

    /// <summary>The manager's session was ended while its request waited; nothing has come of it (SE-03).</summary>
    public sealed record SessionOver : LinkOutcome;
}
