namespace Portal.Web.Data;

/// <summary>An open unit of work on a context: at most one transaction, from the first write to the commit.</summary>
internal sealed class UnitTransaction : IAsyncDisposable
{
    private readonly PortalDbContext db;

    public UnitTransaction(PortalDbContext db)
    {
        this.db = db;
        db.IsInUnit = true;
    }

    /// <returns>False where nothing was written or locked, so that there is nothing to commit.</returns>
    public async Task<bool> CommitAsync(CancellationToken cancellationToken)
    {
        if (db.Database.CurrentTransaction is not { } transaction)
        {
            return false;
        }

        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>What was not committed is undone.</summary>
    public async ValueTask DisposeAsync()
    {
        db.IsInUnit = false;
        if (db.Database.CurrentTransaction is { } transaction)
        {
            await transaction.DisposeAsync();
        }
    }
}
