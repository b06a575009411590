namespace Portal.Rules.Files;

/// <summary>What a file is by its content.</summary>
public enum FileKind
{
    /// <summary>Portable Network Graphics.</summary>
    Png,

    /// <summary>JPEG, as cameras write it.</summary>
    Jpeg,

    /// <summary>GIF, also moving.</summary>
    Gif,

    /// <summary>WebP.</summary>
    WebP,

    /// <summary>PDF.</summary>
    Pdf,

    /// <summary>Plain text.</summary>
    Text,

    /// <summary>A table as text.</summary>
    Csv,

    /// <summary>Word, without macros (.docx).</summary>
    Word,

    /// <summary>Excel, without macros (.xlsx).</summary>
    Excel,

    /// <summary>PowerPoint, without macros (.pptx).</summary>
    PowerPoint,

    /// <summary>An archive of the other kinds.</summary>
    Zip,
}
