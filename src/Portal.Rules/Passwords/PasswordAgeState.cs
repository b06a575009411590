namespace Portal.Rules.Passwords;

/// <summary>How old a password is, to the policy.</summary>
public abstract record PasswordAgeState
{
    private PasswordAgeState()
    {
    }

    /// <summary>Nothing to say.</summary>
    public sealed record Fresh : PasswordAgeState;

    /// <summary>A banner counts down.</summary>
    /// <param name="DaysLeft">Days left, begun ones counted whole: 1 on the last day.</param>
    public sealed record ExpiresSoon(int DaysLeft) : PasswordAgeState;

    /// <summary>The next sign-in leads to a forced change.</summary>
    public sealed record Expired : PasswordAgeState;
}
