namespace Portal.Web.Files.Scanning;

/// <summary>What a scanner says.</summary>
public abstract record ScanVerdict
{
    private ScanVerdict()
    {
    }

    public sealed record Harmless : ScanVerdict;

    /// <param name="Name">What the scanner calls it.</param>
    public sealed record Found(string Name) : ScanVerdict;

    /// <summary>It did not say; the file stays closed (FI-07).</summary>
    /// <param name="Why">For the log.</param>
    public sealed record Unavailable(string Why) : ScanVerdict;
}
