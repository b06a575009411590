using System.Globalization;
using Microsoft.Extensions.Localization;
using Portal.Rules.Cases;
using Portal.Rules.Cases.Filters;
using Portal.Rules.Text;
using Portal.Web.Features.Shared.Cases;
using Portal.Web.Http.TagHelpers;

namespace Portal.Web.Features.Cases.Filters;

/// <summary>What conditions are called, in the form, on the list and where something is wrong with them.</summary>
public sealed class ConditionWords(CaseWords words, IStringLocalizer<CasesText> text)
{
    public IReadOnlyList<Choice> Fields => [.. FilterTable.Fields.Select(each => new Choice(FilterTable.Key(each), Field(each)))];

    public string Field(CaseField field) => text[field switch
    {
        CaseField.Category => "Kind",
        CaseField.Contract => "ContractNumber",
        CaseField.Closed => "ClosedAt",
        _ => field.ToString(),
    }];

    public IReadOnlyList<Choice> Operators(CaseField field) =>
        [.. FilterTable.OperatorsOf(field).Select(each => new Choice(FilterTable.Key(each), text[$"Operator.{Form(field, each)}"]))];

    /// <summary>The values of a choice.</summary>
    public IReadOnlyList<Choice> Values(CaseField field) =>
        [.. FilterTable.ChoicesOf(field).Select(choice => new Choice(choice, Value(field, choice)))];

    public string Hint(CaseField field) => text[$"ValueHint.{FilterTable.TypeOf(field)}"];

    public string Problem(FilterProblem problem) => text[$"FilterProblem.{problem}"];

    public string Problem(SearchProblem problem) => text[$"SearchProblem.{problem}", SearchPhrase.Shortest, SearchPhrase.ShortestJapanese];

    /// <summary>A condition in one line, such as 状態：新規.</summary>
    public string Of(FilterCondition condition, IReadOnlyList<Choice> people)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return text[$"Condition.{Form(condition.Field, condition.Operator)}", Field(condition.Field), Value(condition, people)];
    }

    /// <summary>Orders in one line.</summary>
    public string Order(IEnumerable<string> keys) => string.Join(text["And"], keys.Select(key => Order(key)));

    public string Order(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var name = FilterTable.Named<CaseField>(key.TrimStart('-')) is { } field ? Field(field) : key;
        return text[key.StartsWith('-') ? "Downwards" : "Upwards", name];
    }

    // Numbers are below and above, days before and after.
    private static string Form(CaseField field, FilterOperator compared) =>
        FilterTable.TypeOf(field) == FilterType.Number ? $"Number.{compared}" : compared.ToString();

    private string Value(FilterCondition condition, IReadOnlyList<Choice> people) => FilterTable.TypeOf(condition.Field) switch
    {
        _ when condition.Operator is FilterOperator.Empty or FilterOperator.Within => condition.Value,
        FilterType.Number => CaseNumber.Of(condition.Number),
        FilterType.Choice => Value(condition.Field, condition.Value),
        FilterType.Person => people.FirstOrDefault(person => person.Value == condition.Value)?.Text ?? text["Somebody"],
        FilterType.Day => condition.Day.ToString(text["DayForm"], CultureInfo.CurrentCulture),
        _ => condition.Value,
    };

    private string Value(CaseField field, string choice) => field == CaseField.Status
        ? words.Status(FilterTable.Named<CaseStatus>(choice)!.Value, CaseSide.Customer)
        : words.Kind(FilterTable.Named<CaseKind>(choice)!.Value);
}
