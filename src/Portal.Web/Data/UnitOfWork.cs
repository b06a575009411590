using Microsoft.EntityFrameworkCore;
using Portal.Web.Data.Connections;

namespace Portal.Web.Data;

/// <summary>Something that must be part of every transaction, decided from the events it recorded.</summary>
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
/// <remarks>Work inside work joins it: the outermost commits.</remarks>
public sealed class UnitOfWork(PortalDbContext db, TenantScope scope, ConnectionShares shares, IEnumerable<ITransactionHook> hooks,
    IEnumerable<ICommitListener> listeners)
{
    private static readonly AsyncLocal<bool> Open = new();

    /// <summary>
    /// Whether this flow of work has a transaction open: then nothing slow may be done, and nobody waited for.
    /// </summary>
    public static bool IsOpen => Open.Value;

    public async Task<T> RunAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(work);
        if (db.Database.CurrentTransaction is not null)
        {
            return await work();
        }

        using var place = await shares.EnterAsync(scope.Current, scope.Stranger, cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);

        // Ends by itself with this method: what an asynchronous method sets, its caller never sees.
        Open.Value = true;
        try
        {
            var result = await work();
            await SaveAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            foreach (var listener in listeners)
            {
                listener.Committed();
            }

            return result;
        }
        finally
        {
            db.RecordedEvents.Clear();
            db.IssuedLinks.Clear();
        }
    }

    public Task RunAsync(Func<Task> work, CancellationToken cancellationToken = default) =>
        RunAsync(
            async () =>
            {
                await work();
                return true;
            },
            cancellationToken);

    private async Task SaveAsync(CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        if (db.RecordedEvents.Count == 0)
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
