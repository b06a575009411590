using Microsoft.EntityFrameworkCore;
using Portal.Web.Data.Entities;

namespace Portal.TestKit.World;

public sealed class StoredPoints : StoredRows<PointEntry>
{
    internal StoredPoints(WorldSource source)
        : base(source)
    {
    }

    /// <summary>
    /// Also one that this release does not know: then nobody can add the period up. The check that refuses it is gone
    /// afterwards, as where a later release has another one.
    /// </summary>
    public async Task SetKindAsync(Guid period, string kind)
    {
        await using var db = Source.Open();
        await db.Database.ExecuteSqlAsync($"""ALTER TABLE "PointEntries" DROP CONSTRAINT IF EXISTS "CK_PointEntries_Kind" """);
        await db.Database.ExecuteSqlAsync($"""UPDATE "PointEntries" SET "Kind" = {kind} WHERE "PeriodId" = {period}""");
    }

    /// <summary>A kind that there is not, written past the application.</summary>
    public async Task InventKindAsync()
    {
        await using var db = Source.Open();
        await db.Database.ExecuteSqlAsync($"""UPDATE "PointEntries" SET "Kind" = 'Riddle' """);
    }
}
