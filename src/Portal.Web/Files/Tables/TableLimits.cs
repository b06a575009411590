namespace Portal.Web.Files.Tables;

/// <summary>How much of a table is read at all.</summary>
/// <param name="Text">Longest text file in bytes, and most characters in the cells of a workbook.</param>
/// <param name="Workbook">Longest workbook in bytes.</param>
/// <param name="Unpacked">What the parts of a workbook may come to.</param>
/// <param name="Rows">Rows of a workbook.</param>
/// <param name="Shared">Most characters of the texts that the cells of all its sheets share, which lie in memory at
/// once.</param>
public sealed record TableLimits(int Text, int Workbook, long Unpacked, int Rows, int Shared)
{
    /// <summary>A list that somebody typed.</summary>
    public static readonly TableLimits Typed = new(TableFile.MostText, TableFile.MostWorkbook, 4 * 1024 * 1024, 2000, 4 * 1024 * 1024);

    /// <summary>What another system wrote: hundreds of thousands of rows (ADMIN-12).</summary>
    public static readonly TableLimits Bulk = new(64 * 1024 * 1024, 32 * 1024 * 1024, 1024L * 1024 * 1024, 300_001,
        64 * 1024 * 1024);
}
