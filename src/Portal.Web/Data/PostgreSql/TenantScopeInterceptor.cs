using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Portal.Web.Data.PostgreSql;

/// <summary>
/// Tells each transaction which tenants it may see, for row-level security. The setting travels with the first
/// statement, so it costs no round trip; it is LOCAL, so a pooled connection keeps nothing (AZ-14).
/// </summary>
internal sealed class TenantScopeInterceptor : DbCommandInterceptor
{
    public static readonly TenantScopeInterceptor Instance = new();

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData,
        InterceptionResult<DbDataReader> result) =>
        throw new NotSupportedException("Query asynchronously.");

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData,
        InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        await ApplyAsync(command, eventData, cancellationToken);
        return result;
    }

    public override async ValueTask<InterceptionResult<object>> ScalarExecutingAsync(DbCommand command, CommandEventData eventData,
        InterceptionResult<object> result, CancellationToken cancellationToken = default)
    {
        await ApplyAsync(command, eventData, cancellationToken);
        return result;
    }

    public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData,
        InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        await ApplyAsync(command, eventData, cancellationToken);
        return result;
    }

    private static async Task ApplyAsync(DbCommand command, CommandEventData eventData, CancellationToken cancellationToken)
    {
        if (eventData.Context is not PortalDbContext db || db.Database.CurrentTransaction is null || db.AppliedScope == db.Scope.Setting)
        {
            return;
        }

        db.AppliedScope = db.Scope.Setting;
        var setting = $"SET LOCAL portal.tenants = '{db.Scope.Setting}'";
        if (eventData.CommandSource != CommandSource.SaveChanges)
        {
            command.CommandText = setting + ";\n" + command.CommandText;
            return;
        }

        // A batch of changes counts its statements; an additional one would shift the counts.
        await using var separate = command.Connection!.CreateCommand();
        (separate.Transaction, separate.CommandTimeout) = (command.Transaction, command.CommandTimeout);
#pragma warning disable CA2100 // only identifiers that are GUIDs
        separate.CommandText = setting;
#pragma warning restore CA2100
        await separate.ExecuteNonQueryAsync(cancellationToken);
    }
}

internal sealed class TenantScopeTransactionInterceptor : DbTransactionInterceptor
{
    public static readonly TenantScopeTransactionInterceptor Instance = new();

    public override DbTransaction TransactionStarted(DbConnection connection, TransactionEndEventData eventData, DbTransaction result)
    {
        Forget(eventData);
        return result;
    }

    public override ValueTask<DbTransaction> TransactionStartedAsync(DbConnection connection, TransactionEndEventData eventData,
        DbTransaction result, CancellationToken cancellationToken = default)
    {
        Forget(eventData);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<DbTransaction> TransactionUsedAsync(DbConnection connection, TransactionEventData eventData,
        DbTransaction result, CancellationToken cancellationToken = default)
    {
        Forget(eventData);
        return ValueTask.FromResult(result);
    }

    private static void Forget(DbContextEventData eventData)
    {
        if (eventData.Context is PortalDbContext db)
        {
            db.AppliedScope = null;
        }
    }
}
