using Microsoft.EntityFrameworkCore;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Shared;

/// <summary>One change of what the staff writes: who, when, what.</summary>
public sealed record RecordChange(DateTimeOffset At, AuditSentence Sentence, IReadOnlyList<AuditFact> Facts);

/// <summary>Who changed what and when, from the log (ADMIN-6).</summary>
public sealed class RecordHistory(PortalDbContext db, StaffReach reach, AuditSentences sentences, StaffFacts facts)
{
    private const int Most = 50;

    /// <returns>The newest first.</returns>
    public async Task<IReadOnlyList<RecordChange>> OfAsync(PortalTenant tenant, Guid id)
    {
        List<AuditEvent> rows = await reach.InsideAsync(tenant, () => db.AuditEvents.AsNoTracking().Where(row => row.SubjectId == id)
            .OrderByDescending(row => row.OccurredAt).ThenByDescending(row => row.Id).Take(Most).ToListAsync());
        return [.. rows.Select(row => new RecordChange(row.OccurredAt, sentences.Of(row), facts.Of(row, tenant)))];
    }
}
