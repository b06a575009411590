namespace Portal.Rules.Cases.Filters;

/// <summary>
/// Which cases somebody wants to see (CASE-5): groups of conditions. A case is among them where all conditions of any
/// one group hold; without a group all are.
/// </summary>
/// <param name="Groups">None of them empty.</param>
public sealed record CaseConditions(IReadOnlyList<IReadOnlyList<FilterCondition>> Groups)
{
    /// <summary>More than anybody reads.</summary>
    public const int MostGroups = 5;

    /// <summary>In one group.</summary>
    public const int MostOfGroup = 10;

    /// <summary>All conditions as an address has them: one that servers and mail programs take.</summary>
    public const int LongestAddress = 3000;

    /// <summary>Nothing is asked for.</summary>
    public bool IsEmpty => Groups.Count == 0;

    /// <summary>The parameters of an address: g1 for each condition of the first group, g2 of the second.</summary>
    public IEnumerable<KeyValuePair<string, string>> Parameters => Groups.SelectMany((group, i) =>
        group.Select(condition => KeyValuePair.Create(Parameter(i), condition.ToString())));

    /// <summary>The parameter of a group.</summary>
    /// <param name="group">From 0.</param>
    public static string Parameter(int group) => $"g{group + 1}";

    /// <summary>The same without one condition; a group that loses its last goes with it.</summary>
    /// <param name="group">From 0.</param>
    /// <param name="condition">From 0 within the group.</param>
    public CaseConditions Without(int group, int condition) => new([.. Groups
        .Select((conditions, i) => (IReadOnlyList<FilterCondition>)[.. conditions.Where((_, j) => i != group || j != condition)])
        .Where(conditions => conditions.Count > 0)]);
}
