using System.Globalization;
using Portal.Rules.Text;

namespace Portal.Rules.Cases.Filters;

/// <summary>Reads conditions as they are typed or stand in addresses, into the one form that each has.</summary>
public static class FilterReader
{
    internal const string DayForm = "yyyy-MM-dd";

    private static readonly DateOnly FirstDay = new(2000, 1, 1);
    private static readonly DateOnly LastDay = new(2199, 12, 31);

    /// <summary>Understands all conditions; empty groups and repetitions are left out.</summary>
    /// <param name="groups">As they were given; however many.</param>
    public static FilterReading Read(IReadOnlyList<IReadOnlyList<FilterText>> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        var (read, faults, length) = (new List<IReadOnlyList<FilterCondition>>(), new List<FilterFault>(), 0);
        for (var i = 0; i < groups.Count; i++)
        {
            if (groups[i].Count == 0)
            {
                continue;
            }

            if (read.Count == CaseConditions.MostGroups)
            {
                faults.Add(new FilterFault(i, 0, FilterProblem.TooManyGroups));
                break;
            }

            read.Add(Group(groups[i], i, faults, ref length));
        }

        return new FilterReading(new CaseConditions([.. read.Where(group => group.Count > 0)]), faults);
    }

    private static List<FilterCondition> Group(IReadOnlyList<FilterText> texts, int group, List<FilterFault> faults, ref int length)
    {
        var read = new List<FilterCondition>();
        for (var i = 0; i < texts.Count; i++)
        {
            FilterCondition? condition = null;
            var problem = i == CaseConditions.MostOfGroup ? FilterProblem.TooManyConditions : Read(texts[i], out condition);
            if (problem is null && condition is not null && !read.Contains(condition))
            {
                length += Uri.EscapeDataString(condition.ToString()).Length + CaseConditions.Parameter(group).Length + 2;
                problem = length > CaseConditions.LongestAddress ? FilterProblem.TooLong : null;
                read.Add(condition);
            }

            if (problem is { } wrong)
            {
                faults.Add(new FilterFault(group, i, wrong));
            }

            if (problem is FilterProblem.TooManyConditions or FilterProblem.TooLong)
            {
                break;
            }
        }

        return read;
    }

    private static FilterProblem? Read(FilterText text, out FilterCondition? condition)
    {
        condition = null;
        if (FilterTable.Named<CaseField>(text.Field) is not { } field)
        {
            return FilterProblem.UnknownField;
        }

        if (FilterTable.Named<FilterOperator>(text.Operator) is not { } compared || !FilterTable.OperatorsOf(field).Contains(compared))
        {
            return FilterProblem.UnknownOperator;
        }

        var problem = Value(field, compared, text.Value, out var value);
        condition = problem is null ? new FilterCondition(field, compared, value) : null;
        return problem;
    }

    private static FilterProblem? Value(CaseField field, FilterOperator compared, string typed, out string value)
    {
        value = "";
        if (compared == FilterOperator.Empty)
        {
            return null;
        }

        if (TextCheck.Find(typed, multiline: false) is not null || CodePoints.Count(typed) > FilterTable.LongestValue)
        {
            return FilterProblem.NotAText;
        }

        var given = CanonicalText.FreeText(typed);
        if (given.Length == 0)
        {
            return FilterProblem.NoValue;
        }

        var (form, problem) = FilterTable.TypeOf(field) switch
        {
            FilterType.Number => (CaseOf(given), FilterProblem.NotANumber),
            FilterType.Choice => (FilterTable.ChoicesOf(field).FirstOrDefault(choice => choice == given), FilterProblem.NotAChoice),
            FilterType.Person => (PersonOf(given), FilterProblem.NotAChoice),
            FilterType.Day when compared == FilterOperator.Within => (Whole(given, FilterTable.MostDays), FilterProblem.NotDays),
            FilterType.Day => (DayOf(given), FilterProblem.NotADay),
            _ => (given, FilterProblem.NotAText),
        };
        value = form ?? "";
        return form is null ? problem : null;
    }

    private static string? CaseOf(string given)
    {
        var key = CanonicalText.Identifier(given);
        return CaseNumber.Read(key) is { } number ? number.ToString(CultureInfo.InvariantCulture) : Whole(given, CaseNumber.Most);
    }

    private static string? Whole(string given, int most) =>
        int.TryParse(CanonicalText.Identifier(given), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number >= 1 && number <= most
            ? number.ToString(CultureInfo.InvariantCulture)
            : null;

    private static string? PersonOf(string given) => given == FilterTable.Self ? given
        : Guid.TryParseExact(given, "D", out var id) ? id.ToString("D") : null;

    private static string? DayOf(string given) => DateText.Parse(given) is { } day && day >= FirstDay && day <= LastDay
        ? day.ToString(DayForm, CultureInfo.InvariantCulture)
        : null;
}
