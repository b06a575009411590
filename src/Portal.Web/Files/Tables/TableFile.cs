namespace Portal.Web.Files.Tables;

/// <summary>
/// Reads a table that people bring, as spreadsheets write it (FILE-1): a workbook, or text with commas, semicolons or
/// tabs, in whatever encoding. What kind it is its first bytes say, and neither its name nor the browser.
/// </summary>
public static class TableFile
{
    /// <summary>Longest text file in bytes, and most characters in the cells of a workbook.</summary>
    public const int MostText = 32 * 1024;

    /// <summary>Longest workbook in bytes: styles and themes weigh more than the rows.</summary>
    public const int MostWorkbook = 512 * 1024;

    /// <param name="content">The file.</param>
    /// <param name="limits">Null for lists that people type.</param>
    /// <param name="known">How many of these headings are understood:
    /// that tells which character separates the cells.</param>
    public static TableReading Read(byte[] content, Func<IReadOnlyList<string>, int> known, TableLimits? limits = null)
    {
        limits ??= TableLimits.Typed;
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(known);
        return content switch
        {
            [0x50, 0x4B, 0x03, 0x04, ..] when content.Length <= limits.Workbook => WorkbookTable.Read(content, limits),
            [0xD0, 0xCF, 0x11, 0xE0, ..] => TableReading.Failed(TableProblem.OldWorkbook),
            { Length: var length } when length > limits.Text => TableReading.Failed(TableProblem.TooLarge),
            _ => TextDecoding.Decode(content) is { } text ? DelimitedTable.Read(text, known) : TableReading.Failed(TableProblem.Encoding),
        };
    }
}
