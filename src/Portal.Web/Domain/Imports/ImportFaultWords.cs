using System.Globalization;
using Microsoft.Extensions.Localization;
using Portal.Rules.Imports;

namespace Portal.Web.Domain.Imports;

/// <summary>What is wrong with a file, in the reader's language: on pages and at the terminal alike.</summary>
public sealed class ImportFaultWords(IStringLocalizer<ImportFaultText> text)
{
    private static bool IsJapanese => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "ja";

    public string Column(MoveInColumn column) =>
        column == MoveInColumn.None ? text["WholeRow"].Value : ImportColumns.Heading(column, IsJapanese);

    /// <summary>The columns of a kind of file, in one line.</summary>
    public string Columns(ImportKind kind) => string.Join(text["Comma"],
        ImportColumns.Of(kind).Select(column => ImportColumns.IsNeeded(column)
            ? text["FormatNeeded", Column(column)].Value
            : Column(column)));

    public string Reason(ImportProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return text["Fault." + problem.Fault, problem.Argument];
    }

    /// <summary>What is wrong with the file as a whole.</summary>
    /// <param name="argument">What the fault names.</param>
    public string Whole(SheetFault fault, string argument) => text["Sheet." + fault,
        fault is SheetFault.ColumnTwice or SheetFault.ColumnMissing && Enum.TryParse<MoveInColumn>(argument, out var column)
            ? Column(column)
            : argument];

    /// <summary>The headings that the file may have, where one of them is what is wrong; else null.</summary>
    public string? Headings(SheetFault fault, ImportKind kind) =>
        fault is SheetFault.UnknownColumn or SheetFault.ColumnMissing ? text["Headings", Columns(kind)].Value : null;
}
