using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Portal.Web.Audit;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Announcements;
using Portal.Web.Http.Guards;

namespace Portal.Web.Features.Announcements;

/// <summary>One announcement and who reads it.</summary>
/// <param name="Row">Not tracked.</param>
/// <param name="Reading">What is stored of the reader; null for nothing.</param>
public sealed record AnnouncementTarget(Announcement Row, AnnouncementReader Reader, AnnouncementReading? Reading);

/// <summary>
/// The announcement that the address names, where the reader sees it; one that is hidden is answered like one that does
/// not exist, by the same query (AZ-17, EN-12). The action gets an <see cref="AnnouncementTarget"/>.
/// </summary>
public sealed class AnnouncementGuardAttribute : GuardAttribute<AnnouncementGuard>;

public sealed class AnnouncementGuard(AnnouncementSights sights, AnnouncementReadings readings, CurrentSession session, AuditLog audit)
    : Guard
{
    protected override async Task<IActionResult?> RefuseAsync(ActionExecutingContext context)
    {
        var (id, reader) = (Id(context), AnnouncementReader.Of(session.User));
        var mine = readings.Of(id, reader.UserId);
        var found = await sights.Of(reader).AsNoTracking().Where(row => row.Id == id)
            .Select(row => new { Row = row, Reading = mine.FirstOrDefault() }).SingleOrDefaultAsync();
        if (found is null)
        {
            audit.Record(AuditKinds.ForeignIdRequested, new AuditSubject(null, Named(context, "id"), null));
            return new NotFoundResult();
        }

        Hand(context, new AnnouncementTarget(found.Row, reader, found.Reading));
        return null;
    }
}
