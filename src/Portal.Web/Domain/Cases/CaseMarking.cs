namespace Portal.Web.Domain.Cases;

/// <summary>Marks a case confidential: for its author, its followers and the contract's managers (CASE-6).</summary>
public sealed class CaseMarking(CaseLocks locks, CaseTimeline timeline)
{
    public async Task<CaseOutcome> MarkAsync(Guid caseId, bool isConfidential)
    {
        var row = await locks.EnterAsync(caseId);
        if (row.IsConfidential == isConfidential)
        {
            return new CaseOutcome.Unchanged();
        }

        row.IsConfidential = isConfidential;
        timeline.Record(CaseEvents.Marked, row, new { changes = new { confidential = new[] { !isConfidential, isConfidential } } });
        return new CaseOutcome.Done(row);
    }
}
