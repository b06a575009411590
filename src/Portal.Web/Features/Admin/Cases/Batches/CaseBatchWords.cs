using System.Globalization;
using Microsoft.Extensions.Localization;
using Portal.Rules.Cases;
using Portal.Rules.Files;
using Portal.Rules.Imports;
using Portal.Rules.Text;
using Portal.Web.Data.Entities;
using Portal.Web.Features.Shared.Cases;
using Portal.Web.Features.Shared.Files;

namespace Portal.Web.Features.Admin.Cases.Batches;

/// <summary>What a file of cases may say, and what is wrong with it, in the reader's language.</summary>
public sealed class CaseBatchWords(IStringLocalizer<CaseBatchText> text, CaseWords cases, FileWords files)
{
    private static readonly string[] Languages = ["ja", "en"];

    private static bool IsJapanese => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "ja";

    /// <summary>Whoever reads English has files of colleagues who do not: both are understood.</summary>
    public CaseImportTerms Terms() => new(
        Words(CaseKinds.OfProviders, cases.Kind),
        Words(Enum.GetValues<CasePriority>(), cases.Priority));

    public string Column(MoveInColumn column) =>
        column == MoveInColumn.None ? text["WholeRow"].Value : ImportColumns.Heading(column, IsJapanese);

    public string Columns() => string.Join(text["Comma"], ImportColumns.Of(ImportKind.Cases).Select(column =>
        ImportColumns.IsNeeded(column) ? text["FormatNeeded", Column(column)].Value : Column(column)));

    public string Kinds() => string.Join(text["Comma"], CaseKinds.OfProviders.Select(cases.Kind));

    public string Priorities() => string.Join(text["Comma"], Enum.GetValues<CasePriority>().Select(cases.Priority));

    /// <summary>To be called inside the tenant, whose limits some of these name.</summary>
    public IReadOnlyList<CaseBatchProblem> Of(IEnumerable<ImportProblem> problems) =>
        [.. problems.Select(problem => new CaseBatchProblem(problem.Row, Column(problem.Column), Reason(problem)))];

    public static string Tone(ImportState state) => state switch
    {
        ImportState.Done => "success",
        ImportState.Faulty or ImportState.Failed => "error",
        ImportState.Checked => "warning",
        ImportState.Cancelled => "neutral",
        _ => "info",
    };

    private string Reason(ImportProblem problem) => (problem.Fault, problem.Column) switch
    {
        (ImportFault.WrongChoice, MoveInColumn.Category) => text["Fault.WrongChoice", Kinds()],
        (ImportFault.WrongChoice, _) => text["Fault.WrongChoice", Priorities()],
        (ImportFault.FileRefused, _) => Refusal(problem.Argument),
        _ => text["Fault." + problem.Fault, problem.Argument],
    };

    private string Refusal(string argument)
    {
        var (refusal, name) = argument.Split('/', 2) is [var first, var rest] ? (first, rest) : (argument, "");
        return Enum.TryParse<FileRefusal>(refusal, out var known) && known != FileRefusal.TooMany
            ? files.Say(known, name) : text["TooManyWaiting", name];
    }

    private static Dictionary<string, T> Words<T>(IEnumerable<T> values, Func<T, string> name)
        where T : struct, Enum
    {
        var (words, reader) = (new Dictionary<string, T>(StringComparer.Ordinal), CultureInfo.CurrentUICulture);
        try
        {
            foreach (var language in Languages)
            {
                CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
                foreach (var value in values)
                {
                    words.TryAdd(CanonicalText.SearchKey(name(value)), value);
                    words.TryAdd(CanonicalText.SearchKey(value.ToString()), value);
                }
            }
        }
        finally
        {
            CultureInfo.CurrentUICulture = reader;
        }

        return words;
    }
}
