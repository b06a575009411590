using Microsoft.EntityFrameworkCore;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Sessions;

namespace Portal.Web.Domain.Tenants;

/// <summary>Switches a tenant off and on. What is in it stays; what would leave it waits (AZ-21).</summary>
public sealed class TenantSwitch(PortalDbContext db, UnitOfWork work, KeyLock turns, SessionService sessions, AuditLog audit,
    AuditActor actor, ProfileNews news)
{
    /// <returns>Whether it was on.</returns>
    public Task<bool> SuspendAsync(Guid tenantId, string? reason) =>
        SetAsync(tenantId, TenantStatus.Suspended, ProfileEvents.Suspended, reason);

    /// <returns>Whether it was off.</returns>
    public Task<bool> ResumeAsync(Guid tenantId, string? reason) =>
        SetAsync(tenantId, TenantStatus.Active, ProfileEvents.Resumed, reason);

    private Task<bool> SetAsync(Guid tenantId, TenantStatus status, string kind, string? reason) => work.RunAsync(async () =>
    {
        using var inside = db.Scope.Enter(tenantId);
        await turns.EnterAsync(ProfileChanges.Turn);
        var row = await db.Tenants.SingleAsync(tenant => tenant.Id == tenantId);
        await db.Entry(row).ReloadAsync();
        if (row.Status == status)
        {
            return false;
        }

        (row.Status, row.ChangedBy) = (status, actor.Name);
        await db.SaveChangesAsync();

        // Also on the way back: who signed in while it was switched off must not be in without a word.
        var ended = await sessions.EndEverybodysAsync(SessionEnds.EndedByStaff);
        audit.Record(kind, reason: reason, details: new { tenant = row.Slug, sessionsEnded = ended });
        await db.SaveChangesAsync();
        news.Tell();
        return true;
    });
}
