using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Rules.Cases.Filters;
using Portal.Web.Features.Cases.Index;
using Portal.Web.Http.TagHelpers;

namespace Portal.Web.Features.Cases.Filters;

/// <summary>
/// Conditions being put together (CASE-5). Each button sends all of it, so nothing typed is lost, and no script is
/// needed.
/// </summary>
public sealed class BuilderForm
{
    /// <summary>Shows the list; also what the Enter key asks for.</summary>
    public const string RunStep = "run";

    /// <summary>Adds a group, or with a number a condition of the column that is chosen in that group.</summary>
    public const string AddStep = "add";

    /// <summary>With the numbers of group and condition.</summary>
    public const string RemoveStep = "remove";

    public IList<BuilderGroup> Groups { get; init; } = [];

    public IList<string?> Sorts { get; init; } = [];

    public string? Q { get; set; }

    public string? View { get; set; }

    public int? Size { get; set; }

    public string? Step { get; set; }

    /// <summary>Whose case one may ask for.</summary>
    [BindNever]
    public IReadOnlyList<Choice> People { get; set; } = [];

    /// <summary>There are more than the list has; they are typed.</summary>
    [BindNever]
    public bool TakesOthers { get; set; }

    public static string Field(int group, int condition, string part) => $"Groups[{group}].Conditions[{condition}].{part}";

    /// <summary>The address that it stands for.</summary>
    public CaseFilter ToFilter() => new()
    {
        Q = Q,
        View = View,
        Size = Size,
        Sort = string.Join('.', Sorts),
        Texts = [.. Groups.Select(group => group.Conditions
            .Select(condition => new FilterText(condition.Field ?? "", condition.Operator ?? "", condition.Value ?? "")).ToList())],
    };

    /// <summary>The form that stands for an address.</summary>
    public static BuilderForm Of(CaseFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return new BuilderForm
        {
            Q = filter.Q,
            View = filter.View,
            Size = filter.Size,
            Sorts = [.. filter.Sort is null ? [] : CaseQuery.Orders.Keys(filter.Sort)],
            Groups = [.. filter.Texts.Where(group => group.Count > 0).Select(group => new BuilderGroup
            {
                Conditions = [.. group.Take(CaseConditions.MostOfGroup + 1).Select(text => new BuilderCondition
                {
                    Field = text.Field,
                    Operator = text.Operator,
                    Value = text.Value,
                })],
            })],
        };
    }
}

/// <summary>Conditions that hold together.</summary>
public sealed class BuilderGroup
{
    public IList<BuilderCondition> Conditions { get; init; } = [];

    /// <summary>The column of the condition to add.</summary>
    public string? Add { get; set; }
}

/// <summary>One condition, as far as it is written.</summary>
public sealed class BuilderCondition
{
    public string? Field { get; set; }

    public string? Operator { get; set; }

    public string? Value { get; set; }

    /// <summary>A person by ID or e-mail address; it goes before the value.</summary>
    public string? Other { get; set; }

    /// <summary>Null for a column that there is not.</summary>
    public CaseField? Of => FilterTable.Named<CaseField>(Field ?? "");
}
