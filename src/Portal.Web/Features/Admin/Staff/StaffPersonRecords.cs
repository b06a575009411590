using Microsoft.EntityFrameworkCore;
using Portal.Rules.Delegation;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Features.Admin.Shared;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Staff;

/// <summary>One member of the staff as its administrators see it.</summary>
/// <param name="Tenants">Those of its tenants that the reader looks after, too.</param>
/// <param name="Others">How many it has besides.</param>
/// <param name="Changes">What became of the account, the newest first.</param>
/// <param name="Acts">What it did lately in the reader's tenants.</param>
/// <param name="MayChangeRights">Whether the reader may change its rights at all.</param>
public sealed record StaffPersonRecord(StaffPersonTarget Target, IReadOnlyList<UserState> States, IReadOnlyList<PortalTenant> Tenants,
    int Others, IReadOnlyList<RecordChange> Changes, IReadOnlyList<AuditEvent> Acts, bool MayChangeRights);

public sealed class StaffPersonRecords(PortalDbContext db, StaffReach reach, StaffPersonList list, AuditSentences sentences,
    StaffFacts facts, TenantCatalog catalog, TimeProvider clock)
{
    private const int Shown = 10;

    // Sign-ins and sessions of a colleague are the audit log's, for those who may read the realm's.
    private static readonly string[] OfAccount =
        [AuditKinds.UserRegistered, AuditKinds.InvitationSent, AuditKinds.PermissionsChanged, AuditKinds.UserDisabled,
            AuditKinds.UserEnabled];

    public async Task<StaffPersonRecord> ReadAsync(StaffPersonTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        var (realm, user) = (await catalog.StaffRealmAsync(), target.User);
        var tenants = (await list.TenantsAsync()).Where(tenant => target.Rights.TenantIds.Contains(tenant.Id)).ToList();
        var changes = await db.AuditEvents.AsNoTracking().Where(row => row.SubjectId == user.Id && OfAccount.Contains(row.Kind))
            .OrderByDescending(row => row.OccurredAt).ThenByDescending(row => row.Id).Take(Shown).ToListAsync();
        var acts = await reach.Within(db.AuditEvents, await reach.TenantsAsync()).AsNoTracking()
            .Where(row => row.ActorName == user.UserName && row.ActorId == user.Id)
            .OrderByDescending(row => row.OccurredAt).ThenByDescending(row => row.Id).Take(Shown).ToListAsync();
        return new StaffPersonRecord(target, UserStates.Of(user, realm, temporaryUntil: null, clock.GetUtcNow()), tenants,
            target.Rights.TenantIds.Count - tenants.Count,
            [.. changes.Select(row => new RecordChange(row.OccurredAt, sentences.Of(row), facts.Of(row, realm)))], acts,
            StaffAccountRules.DecideRights(reach.Actor, target.Subject, target.Rights) == StaffVerdict.Allowed);
    }
}
