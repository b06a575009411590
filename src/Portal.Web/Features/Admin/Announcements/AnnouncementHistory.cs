using Microsoft.EntityFrameworkCore;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Features.Admin.Shared;

namespace Portal.Web.Features.Admin.Announcements;

/// <summary>One change of an announcement: who, when, what.</summary>
public sealed record AnnouncementChange(DateTimeOffset At, AuditSentence Sentence, IReadOnlyList<AuditFact> Facts);

/// <summary>Who changed what and when, from the log (ADMIN-6).</summary>
public sealed class AnnouncementHistory(PortalDbContext db, StaffReach reach, AuditSentences sentences, StaffFacts facts)
{
    private const int Most = 50;

    /// <returns>The newest first.</returns>
    public async Task<IReadOnlyList<AnnouncementChange>> OfAsync(EditorTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        var id = target.Row!.Id;
        List<AuditEvent> rows = await reach.InsideAsync(target.Tenant, () => db.AuditEvents.AsNoTracking().Where(row => row.SubjectId == id)
            .OrderByDescending(row => row.OccurredAt).ThenByDescending(row => row.Id).Take(Most).ToListAsync());
        return [.. rows.Select(row => new AnnouncementChange(row.OccurredAt, sentences.Of(row), facts.Of(row, target.Tenant)))];
    }
}
