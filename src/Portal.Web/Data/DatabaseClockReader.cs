using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Portal.Web.Data;

/// <summary>Asks the database for its time; where a test has put another clock, there is nothing to ask.</summary>
internal sealed class DatabaseClockReader(IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <summary>Where it has to be.</summary>
    public async Task MeasureAsync(CancellationToken cancellationToken)
    {
        if (clock is not DatabaseClock { IsDue: true } ours)
        {
            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        await db.Database.OpenConnectionAsync(cancellationToken);
        await ours.MeasureAsync(() => ReadAsync(db, cancellationToken));
    }

    /// <returns>False where the database did not say it.</returns>
    public async Task<bool> TryMeasureAsync(CancellationToken cancellationToken)
    {
        try
        {
            await MeasureAsync(cancellationToken);
            return true;
        }
        catch (Exception e) when (e is DbException or TimeoutException || DatabaseFailure.Of(e) != DatabaseFailureKind.None)
        {
            return false;
        }
    }

    private static async Task<DateTimeOffset> ReadAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = db is PostgreSql.NpgsqlPortalDbContext ? "SELECT clock_timestamp()" : "SELECT SYSDATETIMEOFFSET()";
        return await command.ExecuteScalarAsync(cancellationToken) switch
        {
            DateTimeOffset time => time,
            DateTime time => new DateTimeOffset(time.ToUniversalTime()),
            var other => throw new InvalidOperationException($"No time: {other}."),
        };
    }
}
