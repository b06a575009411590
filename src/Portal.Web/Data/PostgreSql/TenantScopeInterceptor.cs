using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;
using Portal.Web.Data.Compiled;

namespace Portal.Web.Data.PostgreSql;

/// <summary>
/// Tells the database which tenants may be seen, for row-level security: each transaction once, with its first
/// statement, and each query outside of one together with the query, which are then one implicit transaction. So it
/// costs no round trip; and it is LOCAL, so a pooled connection keeps nothing (AZ-14).
/// </summary>
/// <remarks>
/// A unit of work begins its transaction here, with the first command that is more than a plain query.
/// </remarks>
internal sealed class TenantScopeInterceptor : DbCommandInterceptor
{
    public static readonly TenantScopeInterceptor Instance = new();

    private const string Parameter = "portal_tenants";
    private const string Before = "SELECT set_config('portal.tenants', @" + Parameter + ", true)";
    private const string Generic = ", set_config('plan_cache_mode', 'force_generic_plan', true)";
    private const string Then = ";\n";

    /// <summary>The text of a query that was compiled is one and the same object for as long as it is kept.</summary>
    private static readonly ConditionalWeakTable<string, string> Joined = [];

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData,
        InterceptionResult<DbDataReader> result) =>
        throw new NotSupportedException("Query asynchronously.");

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData,
        InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (eventData is { CommandSource: CommandSource.LinqQuery, Context: PortalDbContext { Database.CurrentTransaction: null } db })
        {
            Join(command, db.Scope);
        }
        else
        {
            await ApplyAsync(command, eventData, cancellationToken);
        }

        return result;
    }

    public override async ValueTask<DbDataReader> ReaderExecutedAsync(DbCommand command, CommandExecutedEventData eventData,
        DbDataReader result, CancellationToken cancellationToken = default)
    {
        if (command.CommandText.StartsWith(Before, StringComparison.Ordinal))
        {
            await result.NextResultAsync(cancellationToken);
        }

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

    /// <summary>The setting and the query travel together.</summary>
    private static void Join(DbCommand command, TenantScope scope)
    {
        if (scope.Visible.Count == 0)
        {
            return;
        }

        var tenants = command.CreateParameter();
        (tenants.ParameterName, tenants.Value) = (Parameter, scope.Setting);
        command.Parameters.Add(tenants);
        command.CommandText = Joined.GetValue(command.CommandText, static query =>
            Before + (OnePlanExtensions.HasOnePlan(query) ? Generic : "") + Then + query);
    }

    private static async Task ApplyAsync(DbCommand command, CommandEventData eventData, CancellationToken cancellationToken)
    {
        if (eventData.Context is not PortalDbContext db)
        {
            return;
        }

        if (db.IsInUnit && db.Database.CurrentTransaction is null)
        {
            command.Transaction = (await db.TransactionAsync(cancellationToken)).GetDbTransaction();
        }

        if (db.Database.CurrentTransaction is null || db.AppliedScope == db.Scope.Setting)
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

/// <summary>
/// A transaction that begins has been told nothing, and one that went back to a savepoint has forgotten what it was
/// told since: the database takes a LOCAL setting back with the rest, and with it which tenants may be seen.
/// </summary>
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

    public override void RolledBackToSavepoint(DbTransaction transaction, TransactionEventData eventData) => Forget(eventData);

    public override Task RolledBackToSavepointAsync(DbTransaction transaction, TransactionEventData eventData,
        CancellationToken cancellationToken = default)
    {
        Forget(eventData);
        return Task.CompletedTask;
    }

    private static void Forget(DbContextEventData eventData)
    {
        if (eventData.Context is PortalDbContext db)
        {
            db.AppliedScope = null;
        }
    }
}
