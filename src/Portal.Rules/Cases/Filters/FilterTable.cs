using System.Text;

namespace Portal.Rules.Cases.Filters;

/// <summary>Which operators and values each field has, and what all of them are called in addresses.</summary>
public static class FilterTable
{
    /// <summary>Whoever looks: a filter that is shared means each one's own cases.</summary>
    public const string Self = "me";

    /// <summary>Further back no case lies.</summary>
    public const int MostDays = 3650;

    /// <summary>In code points.</summary>
    public const int LongestValue = 100;

    /// <summary>In the order of the list.</summary>
    public static IReadOnlyList<CaseField> Fields { get; } = Enum.GetValues<CaseField>();

    /// <summary>What stands in a field.</summary>
    /// <param name="field">Which.</param>
    public static FilterType TypeOf(CaseField field) => field switch
    {
        CaseField.Number => FilterType.Number,
        CaseField.Status or CaseField.Category => FilterType.Choice,
        CaseField.Contact => FilterType.Person,
        CaseField.Created or CaseField.Updated or CaseField.Closed => FilterType.Day,
        _ => FilterType.Text,
    };

    /// <summary>How a field can be compared; what people mean most comes first.</summary>
    /// <param name="field">Which.</param>
    public static IReadOnlyList<FilterOperator> OperatorsOf(CaseField field) => TypeOf(field) switch
    {
        FilterType.Number => [FilterOperator.Is, FilterOperator.IsNot, FilterOperator.Before, FilterOperator.After],
        FilterType.Text => [FilterOperator.Contains, FilterOperator.Lacks, FilterOperator.Is, FilterOperator.IsNot],
        FilterType.Choice => [FilterOperator.Is, FilterOperator.IsNot],
        FilterType.Person => [FilterOperator.Is, FilterOperator.IsNot, FilterOperator.Empty],
        _ when field == CaseField.Closed =>
            [FilterOperator.Within, FilterOperator.Is, FilterOperator.Before, FilterOperator.After, FilterOperator.Empty],
        _ => [FilterOperator.Within, FilterOperator.Is, FilterOperator.Before, FilterOperator.After],
    };

    /// <summary>The values of a choice, as addresses have them; none for other types.</summary>
    /// <param name="field">Which.</param>
    public static IReadOnlyList<string> ChoicesOf(CaseField field) => field switch
    {
        CaseField.Status => [.. Enum.GetValues<CaseStatus>().Select(Key)],
        CaseField.Category => [.. Enum.GetValues<CaseKind>().Select(Key)],
        _ => [],
    };

    /// <summary>A word of an address, such as "awaiting-customer".</summary>
    /// <typeparam name="T">Of which words.</typeparam>
    /// <param name="value">What is named.</param>
    public static string Key<T>(T value)
        where T : struct, Enum
    {
        var key = new StringBuilder();
        foreach (var letter in value.ToString())
        {
            key.Append(char.IsAsciiLetterUpper(letter) && key.Length > 0 ? "-" : "").Append(char.ToLowerInvariant(letter));
        }

        return key.ToString();
    }

    /// <summary>What a word of an address names.</summary>
    /// <typeparam name="T">Of which words.</typeparam>
    /// <param name="key">Any text.</param>
    /// <returns>Null for no such word.</returns>
    public static T? Named<T>(string key)
        where T : struct, Enum => Enum.GetValues<T>().Where(value => Key(value) == key).Select(value => (T?)value).FirstOrDefault();
}
