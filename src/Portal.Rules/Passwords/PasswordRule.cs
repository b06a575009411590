namespace Portal.Rules.Passwords;

/// <summary>One rule of a password policy: it checks, and it describes itself for the screen.</summary>
public abstract record PasswordRule
{
    /// <summary>
    /// The part of the HTML <c>passwordrules</c> attribute that tells password managers of this rule, or null where the
    /// attribute has no word for it.
    /// </summary>
    public virtual string? AttributePart => null;

    /// <summary>Checks a new password.</summary>
    /// <param name="facts">What is known of it.</param>
    /// <returns>How it breaks the rule, or null where it keeps it.</returns>
    public abstract PasswordViolation? Check(PasswordFacts facts);

    /// <summary>The rule as a line of the checklist.</summary>
    public abstract RuleDescription Describe();
}
