namespace Portal.Web.Files.Scanning;

/// <summary>Looks for what harms whoever opens a file.</summary>
public interface IFileScanner
{
    /// <summary>Without one, files are clean as soon as their kind is known.</summary>
    bool IsThere { get; }

    /// <param name="write">Writes the content to where the scanner listens, in as many pieces as it likes.</param>
    /// <param name="cancelled">Whoever waits for the verdict is gone.</param>
    Task<ScanVerdict> ScanAsync(Func<Stream, CancellationToken, Task> write, CancellationToken cancelled);
}
