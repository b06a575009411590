namespace Portal.Web.Files.Stored;

/// <summary>
/// Files that come in one archive for many owners, each of which takes one (ADMIN-5). They wait beside those of forms
/// and have room of their own, so that a batch that waits for its confirmation stands in no form's way.
/// </summary>
public static class BatchFiles
{
    public const string Purpose = "batch";

    /// <summary>Files that wait in batches of one sender: three of the largest.</summary>
    public const int Most = 600;

    /// <summary>Bytes of these.</summary>
    public const long MostBytes = 600L * 1024 * 1024;
}
