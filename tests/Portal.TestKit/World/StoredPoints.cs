using Microsoft.EntityFrameworkCore;
using Portal.Web.Data.Entities;

namespace Portal.TestKit.World;

public sealed class StoredPoints : StoredRows<PointEntry>
{
    internal StoredPoints(WorldSource source)
        : base(source)
    {
    }

    /// <summary>Also one that this release does not know: the period cannot be added up until it has a known one again.</summary>
    public async Task SetKindAsync(Guid period, string kind)
    {
        await using var db = Source.Open();
        await db.Database.ExecuteSqlAsync($"""UPDATE "PointEntries" SET "Kind" = {kind} WHERE "PeriodId" = {period}""");
    }
}
