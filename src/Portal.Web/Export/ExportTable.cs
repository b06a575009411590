namespace Portal.Web.Export;

/// <summary>A table on its way into a file of some format.</summary>
/// <param name="Title">Heading of a page or sheet.</param>
/// <param name="Headings">Names of the columns.</param>
/// <param name="Rows">Cells as values: texts, numbers, moments in the reader's zone; read once.</param>
public sealed record ExportTable(string Title, IReadOnlyList<string> Headings, IAsyncEnumerable<IReadOnlyList<object?>> Rows);
