namespace Portal.Rules.SecondFactors;

/// <summary>Whom a tenant asks for a second factor (MFA-7).</summary>
public enum SecondFactorMode
{
    /// <summary>Nobody, and nobody can set one up.</summary>
    Off,

    /// <summary>Whoever wants one, and whoever was asked to have one.</summary>
    Optional,

    /// <summary>Everybody who manages others.</summary>
    RequiredForManagers,

    /// <summary>Everybody.</summary>
    Required,
}
