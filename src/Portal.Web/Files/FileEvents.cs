using Portal.Web.Audit;

namespace Portal.Web.Files;

/// <summary>What is recorded of files that people send.</summary>
internal sealed class FileEvents() : EventContribution(typeof(FileEventText),
    [
        new(FileReceived, "A file is received whole and kept for a day, until something takes it") { Group = Files },
        new(FileCleared, "A scanner found nothing in a file; from then on it can be downloaded") { Group = Files },
        new(FileRefused, "A file is refused by its content or by a scanner; its content is gone") { Group = Files },
        new(FileAttached, "A file is attached to something, such as a case") { Group = Files },
        new(FileReleased, "A file is taken away from what it was attached to, and removed soon") { Group = Files },
        new(FileRemoved, "A file that nothing took within a day is removed, or its sender thought better of it")
        {
            Group = Files,
        },
    ])
{
    /// <summary>The room's own group in histories (HIST-2).</summary>
    private const string Files = "file";

    public const string FileReceived = "file-received";
    public const string FileCleared = "file-cleared";
    public const string FileRefused = "file-refused";
    public const string FileAttached = "file-attached";
    public const string FileReleased = "file-released";
    public const string FileRemoved = "file-removed";
}

/// <summary>Names the texts beside it.</summary>
internal sealed class FileEventText;
