namespace Portal.Rules.LinkedAdministrators;

/// <summary>As whom somebody works for another account.</summary>
public enum ActingKind
{
    /// <summary>A linked manager as an administrator ID (LINK-5).</summary>
    LinkedAdministrator,

    /// <summary>An administrator in a user's place (LINK-6).</summary>
    UserByProxy,
}
