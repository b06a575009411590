using Portal.Web.Data.Entities;

namespace Portal.TestKit.World;

/// <summary>Requests for a way back in, from accounts and from nobody's.</summary>
public sealed class StoredRecoveries : StoredRows<RecoveryRequest>
{
    internal StoredRecoveries(WorldSource source)
        : base(source)
    {
    }

    /// <summary>Those that the worker has not decided.</summary>
    public Task<long> CountWaitingAsync() => CountAsync(request => request.HandledAt == null && request.ProtectedForm != null);

    /// <summary>Those of which it is still kept what was typed.</summary>
    public Task<long> CountReadableAsync() => CountAsync(request => request.ProtectedForm != null);
}
