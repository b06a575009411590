using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Web.Data;

namespace Portal.Web.Export.OwnData;

/// <summary>
/// What somebody agreed to, read, follows and keeps, as part of one's own data (PROF-3). Of what belongs to others it
/// names no more than the number or title by which the reader knows it.
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
        Write("caseFilters", await db.SavedCaseFilters.Where(row => row.OwnerId == userId).OrderBy(row => row.CreatedAt)
            .ThenBy(row => row.Id).Select(row => new { row.Name, row.Query, row.IsShared, row.CreatedAt }).ToListAsync(cancellationToken));
        Write("followedCases", await db.CaseFollowers.Where(row => row.UserId == userId)
            .Join(db.Cases, row => row.CaseId, found => found.Id, (row, found) => new { Case = found.Number, row.AddedAt })
            .OrderBy(row => row.Case).ToListAsync(cancellationToken));
        Write("readCases", await db.CaseReadings.Where(row => row.UserId == userId)
            .Join(db.Cases, row => row.CaseId, found => found.Id, (row, found) => new { Case = found.Number, row.SeenAt })
            .OrderBy(row => row.Case).ToListAsync(cancellationToken));
        Write("readArticles", await db.ArticleReadings.Where(row => row.UserId == userId)
            .Join(db.Articles, row => row.ArticleId, found => found.Id,
                (row, found) => new { Article = found.Slug, row.ReadOn, row.WasHelpful })
            .OrderBy(row => row.Article).ToListAsync(cancellationToken));
        Write("readAnnouncements", await db.AnnouncementReadings.Where(row => row.UserId == userId)
            .Join(db.Announcements, row => row.AnnouncementId, found => found.Id,
                (row, found) => new { Announcement = found.TitleJa, row.ReadOn, BannerClosed = row.ClosedEdition != null })
            .OrderBy(row => row.Announcement).ToListAsync(cancellationToken));

        void Write(string name, object value)
        {
            json.WritePropertyName(name);
            JsonSerializer.Serialize(json, value, format);
        }
    }
}
