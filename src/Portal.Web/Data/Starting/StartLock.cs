using Microsoft.EntityFrameworkCore;
using Portal.Web.Data.PostgreSql;

namespace Portal.Web.Data.Starting;

/// <summary>Nodes that start together take turns.</summary>
public sealed class StartLock(PortalDbContext db)
{
    public async Task RunAsync(Func<Task> work, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await AcquireAsync(cancellationToken);
        await work();
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Waits for its turn inside the running transaction, and has it until that ends.</summary>
    public Task AcquireAsync(CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync(Statement, cancellationToken);

    // The number says "Portal" and means nothing else. A start may take longer than a request may wait.
    private FormattableString Statement => db is NpgsqlPortalDbContext
        ? (FormattableString)$"SET LOCAL lock_timeout = '60s'; SET LOCAL statement_timeout = '60s'; SELECT pg_advisory_xact_lock(346720118)"
        : $"""
            DECLARE @held int;
            EXEC @held = sp_getapplock @Resource = 'Portal start', @LockMode = 'Exclusive', @LockOwner = 'Transaction',
                @LockTimeout = 60000;
            IF @held < 0 THROW {DatabaseFailure.SqlServerLockNotGiven}, 'The turn to start did not come in time.', 1;
            """;
}
