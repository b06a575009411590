namespace Portal.Rules.Files;

/// <summary>The endings of each kind, and what a browser is told that it is.</summary>
public static class FileKinds
{
    private static readonly Dictionary<FileKind, (string MediaType, string[] Endings)> Table = new()
    {
        [FileKind.Png] = ("image/png", ["png"]),
        [FileKind.Jpeg] = ("image/jpeg", ["jpg", "jpeg"]),
        [FileKind.Gif] = ("image/gif", ["gif"]),
        [FileKind.WebP] = ("image/webp", ["webp"]),
        [FileKind.Pdf] = ("application/pdf", ["pdf"]),
        [FileKind.Text] = ("text/plain", ["txt"]),
        [FileKind.Csv] = ("text/csv", ["csv"]),
        [FileKind.Word] = ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ["docx"]),
        [FileKind.Excel] = ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ["xlsx"]),
        [FileKind.PowerPoint] = ("application/vnd.openxmlformats-officedocument.presentationml.presentation", ["pptx"]),
        [FileKind.Zip] = ("application/zip", ["zip"]),
    };

    /// <param name="kind">One that was found.</param>
    public static string MediaType(FileKind kind) => Table[kind].MediaType;

    /// <summary>Without dots, in the order of the kinds.</summary>
    /// <param name="kinds">Those that are taken.</param>
    public static IReadOnlyList<string> Endings(IEnumerable<FileKind> kinds) => [.. kinds.SelectMany(kind => Table[kind].Endings)];

    /// <summary>What a name claims to be: the last ending alone, to the letter.</summary>
    /// <param name="name">As it was sent: "x.pdf " and "x.pdf." claim nothing (FI-01).</param>
    public static FileKind? Claimed(string name)
    {
        if (name.Split('.') is not [_, .., var ending])
        {
            return null;
        }

        foreach (var (kind, entry) in Table)
        {
            if (entry.Endings.Contains(ending, StringComparer.OrdinalIgnoreCase))
            {
                return kind;
            }
        }

        return null;
    }
}
