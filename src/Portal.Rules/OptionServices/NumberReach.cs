namespace Portal.Rules.OptionServices;

/// <summary>Which numbers of its contract an account sets (OPT-2, LINE-1).</summary>
public enum NumberReach
{
    /// <summary>Those it signs in with.</summary>
    Own,

    /// <summary>Those on the line of the number it signs in with.</summary>
    Line,

    /// <summary>All of the contract.</summary>
    Contract,
}
