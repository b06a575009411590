using Microsoft.EntityFrameworkCore;
using Portal.Web.Data.Entities;

namespace Portal.TestKit.World;

public sealed class StoredPoints : StoredRows<PointEntry>
{
    internal StoredPoints(WorldSource source)
        : base(source)
    {
    }

    /// <summary>Also one that this release does not know: then nobody can add the period up.</summary>
    public async Task SetKindAsync(Guid period, string kind)
    {
        await using var db = Source.Open();
        await db.Database.ExecuteSqlAsync($"""UPDATE "PointEntries" SET "Kind" = {kind} WHERE "PeriodId" = {period}""");
    }
}
