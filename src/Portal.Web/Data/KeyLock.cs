using Microsoft.EntityFrameworkCore;
using Portal.Web.Data.PostgreSql;

namespace Portal.Web.Data;

/// <summary>
/// Makes transactions of all nodes that name the same key take turns, where there is no row to lock: a row for each
/// mailbox that somebody typed would be a store without end.
/// </summary>
public sealed class KeyLock(PortalDbContext db)
{
    /// <summary>Waits as long as for a row, and holds until the transaction ends. Two keys may share a turn.</summary>
    public Task EnterAsync(string key) => db.Database.ExecuteSqlAsync(Statement(key));

    private FormattableString Statement(string key) => db is NpgsqlPortalDbContext
        ? $"SELECT pg_advisory_xact_lock(hashtextextended({key}, 0))"
        : (FormattableString)$"""
            DECLARE @held int;
            EXEC @held = sp_getapplock @Resource = {key}, @LockMode = 'Exclusive', @LockOwner = 'Transaction', @LockTimeout = 2300;
            IF @held < 0 THROW {DatabaseFailure.SqlServerLockNotGiven}, 'A lock was not given in time.', 1;
            """;
}
