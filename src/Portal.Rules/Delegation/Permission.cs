namespace Portal.Rules.Delegation;

/// <summary>What a manager may be given or denied under its role (CONT-5).</summary>
public enum Permission
{
    /// <summary>See the others and their histories.</summary>
    See,

    /// <summary>Register new ones and invite them again.</summary>
    Create,

    /// <summary>Change everything else about them, their role and permissions too; switch sign-in off and on.</summary>
    Edit,

    /// <summary>Release lockouts.</summary>
    Unlock,

    /// <summary>Reset passwords and second factors.</summary>
    Reset,

    /// <summary>Take lists and histories away as files.</summary>
    Export,
}
