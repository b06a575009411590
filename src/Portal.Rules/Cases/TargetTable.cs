namespace Portal.Rules.Cases;

/// <summary>What is wrong with a line of a table of targets.</summary>
public enum ResponseTargetFault
{
    /// <summary>It promises the solution before the first answer.</summary>
    SolutionBeforeAnswer,

    /// <summary>Lines above it suit every case that it suits.</summary>
    NeverCounts,
}

/// <summary>Response targets as one table, of which the first line that suits a case counts (CASE-9).</summary>
public static class TargetTable
{
    /// <summary>The first fault of each line that has one.</summary>
    /// <param name="targets">In their order.</param>
    /// <returns>By the place of the line, from 0 on.</returns>
    public static IReadOnlyDictionary<int, ResponseTargetFault> Faults(IReadOnlyList<ResponseTarget> targets)
    {
        ArgumentNullException.ThrowIfNull(targets);
        var faults = new Dictionary<int, ResponseTargetFault>();
        for (var i = 0; i < targets.Count; i++)
        {
            if (targets[i].SolutionHours < targets[i].FirstAnswerHours)
            {
                faults[i] = ResponseTargetFault.SolutionBeforeAnswer;
            }
            else if (Cases().All(each => !Suits(targets[i], each) || targets.Take(i).Any(above => Suits(above, each))))
            {
                faults[i] = ResponseTargetFault.NeverCounts;
            }
        }

        return faults;
    }

    /// <summary>The same targets with one kind a line, as a form shows them.</summary>
    /// <param name="targets">In their order.</param>
    public static IReadOnlyList<ResponseTarget> Lines(IEnumerable<ResponseTarget> targets)
    {
        ArgumentNullException.ThrowIfNull(targets);
        return
        [
            .. targets.SelectMany(target => target.Kinds is { Count: > 0 } kinds
                ? kinds.Select(kind => target with { Kinds = [kind] })
                : [target]),
        ];
    }

    private static bool Suits(ResponseTarget target, (CaseKind Kind, CasePriority Priority) of) =>
        ResponseTarget.Of([target], of.Kind, of.Priority) is not null;

    private static IEnumerable<(CaseKind Kind, CasePriority Priority)> Cases() =>
        Enum.GetValues<CaseKind>().SelectMany(kind => Enum.GetValues<CasePriority>().Select(priority => (kind, priority)));
}
