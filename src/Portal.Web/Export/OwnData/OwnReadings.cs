using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Web.Data;

namespace Portal.Web.Export.OwnData;

/// <summary>
/// What somebody agreed to, read, follows and keeps, as part of one's own data (PROF-3). Of what others wrote it has
/// the number or key alone: it may be for somebody else by now, and say something else (AZ-17).
/// </summary>
internal static class OwnReadings
{
    public static async Task WriteAsync(Utf8JsonWriter json, PortalDbContext db, Guid userId, JsonSerializerOptions format,
        CancellationToken cancellationToken)
    {
        Write("consents", await db.Consents.Where(row => row.UserId == userId).OrderBy(row => row.AcceptedAt)
            .Select(row => new { row.Version, row.AcceptedAt }).ToListAsync(cancellationToken));
        Write("administratorLinks", await db.AdministratorLinks.Where(row => row.ManagerId == userId || row.AdministratorId == userId)
            .OrderBy(row => row.LinkedAt).Select(row => new
            {
                With = db.Users.Where(user => user.Id == (row.ManagerId == userId ? row.AdministratorId : row.ManagerId))
                    .Select(user => user.UserName).FirstOrDefault(),
                row.LinkedAt,
                row.ConfirmedAt,
                row.LastOpenedAt,
            }).ToListAsync(cancellationToken));
        Write("memberships", await db.Memberships.Where(row => row.UserId == userId).OrderBy(row => row.CreatedAt)
            .Select(row => new { Contract = row.Contract!.Number, row.Role, row.Permissions, row.CreatedAt })
            .ToListAsync(cancellationToken));
        Write("caseFilters", await db.SavedCaseFilters.Where(row => row.OwnerId == userId).OrderBy(row => row.CreatedAt)
            .ThenBy(row => row.Id).Select(row => new { row.Name, row.Query, row.IsShared, row.CreatedAt }).ToListAsync(cancellationToken));
        Write("followedCases", await db.CaseFollowers.Where(row => row.UserId == userId)
            .Join(db.Cases, row => row.CaseId, found => found.Id, (row, found) => new { Case = found.Number, row.AddedAt })
            .OrderBy(row => row.Case).ToListAsync(cancellationToken));
        Write("readCases", await db.CaseReadings.Where(row => row.UserId == userId)
            .Join(db.Cases, row => row.CaseId, found => found.Id, (row, found) => new { Case = found.Number, row.SeenAt })
            .OrderBy(row => row.Case).ToListAsync(cancellationToken));
        Write("readArticles", await db.ArticleReadings.Where(row => row.UserId == userId).OrderBy(row => row.ArticleId)
            .Select(row => new { Article = row.ArticleId, row.ReadOn, row.WasHelpful }).ToListAsync(cancellationToken));
        Write("readAnnouncements", await db.AnnouncementReadings.Where(row => row.UserId == userId).OrderBy(row => row.AnnouncementId)
            .Select(row => new { Announcement = row.AnnouncementId, row.ReadOn, BannerClosed = row.ClosedEdition != null })
            .ToListAsync(cancellationToken));

        void Write(string name, object value)
        {
            json.WritePropertyName(name);
            JsonSerializer.Serialize(json, value, format);
        }
    }
}
