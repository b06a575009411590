using Portal.Web.Audit;
using Portal.Web.Data;

namespace Portal.Web.Accounts;

/// <summary>Records what was turned away before any action ran (AU-02).</summary>
public sealed class RefusalRecorder(UnitOfWork work, AuditLog audit)
{
    public Task RecordAsync(string kind, string? reason = null, object? details = null) => work.RunAsync(() =>
    {
        audit.Record(kind, reason: reason, details: details);
        return Task.CompletedTask;
    });
}
