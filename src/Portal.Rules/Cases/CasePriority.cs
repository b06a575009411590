namespace Portal.Rules.Cases;

/// <summary>How pressing a case is to the desk; response targets follow from it (CASE-9).</summary>
public enum CasePriority
{
    /// <summary>In its turn.</summary>
    Normal,

    /// <summary>Before others.</summary>
    High,

    /// <summary>Now.</summary>
    Urgent,
}
