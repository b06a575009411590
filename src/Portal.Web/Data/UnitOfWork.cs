using Microsoft.EntityFrameworkCore;
using Portal.Web.Data.Connections;

namespace Portal.Web.Data;

/// <summary>Something that must be part of every transaction, decided from what it recorded.</summary>
public interface ITransactionHook
{
    /// <summary>Called once, after the work was saved and before the commit; what it adds is saved with it.</summary>
    Task BeforeCommitAsync(PortalDbContext db, CancellationToken cancellationToken);
}

/// <summary>Something that follows from a commit and needs no transaction, such as waking a worker.</summary>
public interface ICommitListener
{
    void Committed();
}

/// <summary>Runs work in one transaction; row, audit event and mail stand or fall together (AU-01).</summary>
/// <remarks>
/// Work inside work joins it: the outermost commits. The transaction begins with the first thing that is written or
/// locked, so that a page that only reads costs none; what it reads, each statement reads as it is at that moment, as
/// within a transaction of this isolation.
/// </remarks>
public sealed class UnitOfWork(PortalDbContext db, TenantScope scope, ConnectionShares shares, IEnumerable<ITransactionHook> hooks,
    IEnumerable<ICommitListener> listeners)
{
    private static readonly AsyncLocal<bool> Open = new();

    /// <summary>
    /// Whether this flow of work has a unit open, and with it perhaps a transaction: then nothing slow may be done, and
    /// nobody waited for.
    /// </summary>
    public static bool IsOpen => Open.Value;

    public Task<T> RunAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken = default) =>
        RunAsync(work, atOnce: false, cancellationToken);

    /// <param name="atOnce">The transaction begins before the work, which so shows that the database is there.</param>
    public async Task<T> RunAsync<T>(Func<Task<T>> work, bool atOnce, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(work);
        if (db.IsInUnit || db.Database.CurrentTransaction is not null)
        {
            return await work();
        }

        using var place = await shares.EnterAsync(scope.Current, scope.Stranger, cancellationToken);
        await using var unit = await db.OpenUnitAsync(atOnce, cancellationToken);

        // Ends by itself with this method: what an asynchronous method sets, its caller never sees.
        Open.Value = true;
        try
        {
            var result = await work();
            await SaveAsync(cancellationToken);
            if (await unit.CommitAsync(cancellationToken))
            {
                Tell();
            }

            return result;
        }
        finally
        {
            db.ForgetRecorded();
        }
    }

    public Task RunAsync(Func<Task> work, CancellationToken cancellationToken = default) =>
        RunAsync(work, atOnce: false, cancellationToken);

    /// <inheritdoc cref="RunAsync{T}(Func{Task{T}}, bool, CancellationToken)"/>
    public Task RunAsync(Func<Task> work, bool atOnce, CancellationToken cancellationToken = default) =>
        RunAsync(
            async () =>
            {
                await work();
                return true;
            },
            atOnce,
            cancellationToken);

    private void Tell()
    {
        foreach (var listener in listeners)
        {
            listener.Committed();
        }
    }

    private async Task SaveAsync(CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        if (db.RecordedEvents.Count == 0 && db.AddedCaseEntries.Count == 0)
        {
            return;
        }

        foreach (var hook in hooks)
        {
            await hook.BeforeCommitAsync(db, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
