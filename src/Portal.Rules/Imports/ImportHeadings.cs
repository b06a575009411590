using Portal.Rules.Text;

namespace Portal.Rules.Imports;

/// <summary>The headings that are understood in a file of one site.</summary>
/// <param name="Kind">What the file is about.</param>
/// <param name="LoginIds">What the site calls its login IDs, beside the names that are understood everywhere.</param>
public sealed record ImportHeadings(ImportKind Kind, IReadOnlyCollection<string> LoginIds)
{
    /// <summary>The headings that are understood everywhere.</summary>
    /// <param name="kind">What the file is about.</param>
    public static ImportHeadings Of(ImportKind kind) => new(kind, []);

    /// <summary>How many headings are understood: that tells how the cells of a text are separated.</summary>
    /// <param name="headings">The first row of the file.</param>
    public int Known(IReadOnlyList<string> headings) => headings.Count(heading => Recognise(heading) != MoveInColumn.None);

    /// <summary>
    /// Which column a heading means; none where it means none. A site that signs in with e-mail addresses may call its
    /// login IDs what every file calls another column: that one stays what it is.
    /// </summary>
    /// <param name="heading">As it stands in the file.</param>
    public MoveInColumn Recognise(string heading)
    {
        var column = ImportColumns.Recognise(Kind, heading);
        return column == MoveInColumn.None && IsLoginId(CanonicalText.SearchKey(heading)) ? MoveInColumn.LoginId : column;
    }

    private bool IsLoginId(string key) => key.Length > 0 && ImportColumns.Of(Kind).Contains(MoveInColumn.LoginId)
        && LoginIds.Any(name => CanonicalText.SearchKey(name) == key);
}
