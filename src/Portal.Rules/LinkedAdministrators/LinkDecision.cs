namespace Portal.Rules.LinkedAdministrators;

/// <summary>Why a link opens nothing now.</summary>
public enum LinkHindrance
{
    /// <summary>The administrator ID, its contract or the tenant is switched off, or it is none any more.</summary>
    Closed,

    /// <summary>It is locked: nobody new comes in until that ends.</summary>
    Locked,

    /// <summary>Its owner has to set a password first.</summary>
    PasswordUnset,

    /// <summary>Its password changed, and the time to confirm the link with the new one is over.</summary>
    ConfirmationOverdue,

    /// <summary>It asks for a second factor since, which nobody has proven for this link.</summary>
    FactorUnproven,
}

/// <summary>May this link be opened?</summary>
public abstract record LinkDecision
{
    private LinkDecision()
    {
    }

    /// <summary>It may.</summary>
    /// <param name="ConfirmBefore">Until when it must be confirmed with the new password; null = nothing to do.</param>
    public sealed record Opens(DateTimeOffset? ConfirmBefore) : LinkDecision;

    /// <summary>It may not.</summary>
    /// <param name="Why">What stands against it; the first of all.</param>
    public sealed record Refused(LinkHindrance Why) : LinkDecision;
}
