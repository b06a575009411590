namespace Portal.Rules.Cases;

/// <summary>
/// How soon the desk means to answer cases of a kind and a priority, in working hours (CASE-9). The first of a tenant's
/// targets that suits a case is the case's.
/// </summary>
/// <param name="FirstAnswerHours">From the inquiry to the first answer.</param>
/// <param name="NextAnswerHours">From what the customer says later to the answer to that.</param>
/// <param name="SolutionHours">From the inquiry to the solution, without the time that the customer takes.</param>
/// <param name="Kinds">Null for all.</param>
/// <param name="Priority">Null for every.</param>
public sealed record ResponseTarget(double FirstAnswerHours, double NextAnswerHours, double SolutionHours,
    IReadOnlyList<CaseKind>? Kinds = null, CasePriority? Priority = null)
{
    /// <summary>Working time until the first answer.</summary>
    public TimeSpan FirstAnswer => TimeSpan.FromHours(FirstAnswerHours);

    /// <summary>Working time until each later answer.</summary>
    public TimeSpan NextAnswer => TimeSpan.FromHours(NextAnswerHours);

    /// <summary>Working time until the solution.</summary>
    public TimeSpan Solution => TimeSpan.FromHours(SolutionHours);

    /// <returns>Null where nothing was promised.</returns>
    public static ResponseTarget? Of(IEnumerable<ResponseTarget> targets, CaseKind kind, CasePriority priority) => targets.FirstOrDefault(
        target => (target.Kinds is null || target.Kinds.Contains(kind)) && (target.Priority is null || target.Priority == priority));
}
