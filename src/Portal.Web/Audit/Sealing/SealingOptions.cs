namespace Portal.Web.Audit.Sealing;

/// <summary>The chain of the log.</summary>
public sealed class SealingOptions
{
    public const string Section = "Portal:Audit";

    /// <summary>
    /// False while nodes of a release before the chain still write: their events would look like inserted ones. While
    /// nothing is sealed, nothing is removed for its age either.
    /// </summary>
    public bool Sealing { get; set; } = true;
}
