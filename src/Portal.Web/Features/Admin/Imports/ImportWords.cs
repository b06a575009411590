using System.Globalization;
using Microsoft.Extensions.Localization;
using Portal.Rules.Imports;
using Portal.Web.Data.Entities;

namespace Portal.Web.Features.Admin.Imports;

/// <summary>What is wrong with a file, in the reader's language.</summary>
public sealed class ImportWords(IStringLocalizer<ImportText> text)
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

    /// <summary>What is wrong with the file as a whole; null where it is its rows.</summary>
    public string? Whole(ImportJob job)
    {
        ArgumentNullException.ThrowIfNull(job);
        if (job is not { State: ImportState.Faulty, Error: { } error })
        {
            return null;
        }

        var (fault, argument) = error.Split(' ', 2) is [var first, var rest] ? (first, rest) : (error, "");
        return text["Sheet." + fault, Enum.TryParse<MoveInColumn>(argument, out var column) ? Column(column) : argument];
    }

    public static string Tone(ImportState state) => state switch
    {
        ImportState.Done => "success",
        ImportState.Faulty or ImportState.Failed => "error",
        ImportState.Checked => "warning",
        ImportState.Cancelled => "neutral",
        _ => "info",
    };
}
