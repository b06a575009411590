using Microsoft.EntityFrameworkCore;
using Portal.Rules.Delegation;
using Portal.Rules.Lockout;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Lockout;
using Portal.Web.Lists;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Lockouts;

public enum StaffReleaseResult
{
    Released,

    /// <summary>It had ended, or somebody else was faster.</summary>
    NotLocked,

    /// <summary>Only a temporary password helps (LOCK-3).</summary>
    Void,

    /// <summary>The tenant's policy or the role leaves it to others, or it was locked again.</summary>
    StillLocked,
}

/// <param name="State">What holds now; null where nothing is locked.</param>
public sealed record ReleaseTarget(PortalTenant Tenant, PortalUser User, LockFacts? State)
{
    public UserKey Key => new(Tenant.Slug, User.Id);
}

public sealed record ReleaseReport(ReleaseTarget Target, StaffReleaseResult Result);

/// <summary>
/// Releases several accounts at once, each inside its own tenant, and tells afterwards what became of each.
/// </summary>
public sealed class LockoutReleases(PortalDbContext db, StaffReach reach, LockoutService lockouts, AuditActor actor, TimeProvider clock)
{
    /// <summary>How many can be chosen at once: what a page of the list shows.</summary>
    public const int Most = ListPages.UsualSize;

    /// <returns>Null where one of them does not exist or is out of reach, or there are too many.</returns>
    public async Task<IReadOnlyList<ReleaseTarget>?> FindAsync(IReadOnlyCollection<string> keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var asked = keys.Select(UserKey.Parse).Distinct().ToList();
        if (asked.Count > Most || asked.Exists(key => key is null))
        {
            return null;
        }

        var targets = new List<ReleaseTarget>();
        foreach (var group in asked.GroupBy(key => key!.Value.Site, key => key!.Value.Id))
        {
            if (await reach.FindAsync(group.Key) is not { } tenant)
            {
                return null;
            }

            targets.AddRange(await FindAsync(tenant, [.. group]));
        }

        return targets.Count == asked.Count ? targets : null;
    }

    public async Task ReleaseAsync(IEnumerable<ReleaseTarget> targets, string reason)
    {
        ArgumentNullException.ThrowIfNull(targets);

        // Always in one order, so that two who release the same accounts wait for one another instead of for each
        // other.
        foreach (var target in targets.Where(MayRelease).OrderBy(target => target.User.TenantId).ThenBy(target => target.User.Id))
        {
            await reach.InsideAsync(target.Tenant, () => lockouts.ReleaseAsync(target.User, reason));
        }
    }

    /// <summary>
    /// What became of each in one act of one's own; read from the events and from what holds now, so that it can be
    /// read again.
    /// </summary>
    /// <param name="act">The correlation id of the request that released.</param>
    public async Task<IReadOnlyList<ReleaseReport>> ReportAsync(IReadOnlyList<ReleaseTarget> targets, string act)
    {
        var users = targets.Select(target => target.User.Id).ToArray();
        var released = await reach.Within(db.AuditEvents, [.. targets.Select(target => target.Tenant).Distinct()])
            .Where(row => users.Contains(row.SubjectId!.Value) && row.Kind == AuditKinds.Released && row.CorrelationId == act
                && row.ActorId == actor.Id)
            .Select(row => row.SubjectId!.Value).ToListAsync();
        return [.. targets.Select(target => new ReleaseReport(target, Result(target, released.Contains(target.User.Id))))];
    }

    public bool MayRelease(ReleaseTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return reach.MayAct(target.Tenant, target.User.Id, DelegatedAct.ReleaseLockout);
    }

    private static StaffReleaseResult Result(ReleaseTarget target, bool released) => target.State switch
    {
        _ when released => StaffReleaseResult.Released,
        null => StaffReleaseResult.NotLocked,
        { IsVoid: true } => StaffReleaseResult.Void,
        _ => StaffReleaseResult.StillLocked,
    };

    private async Task<IEnumerable<ReleaseTarget>> FindAsync(PortalTenant tenant, IReadOnlyCollection<Guid> ids)
    {
        var now = clock.GetUtcNow();
        var users = await reach.Within(db.Users, [tenant]).Where(user => ids.Contains(user.Id))
            .Include(user => user.SignIn).Include(user => user.Contract).AsNoTracking().OrderBy(user => user.NormalizedUserName)
                .ToListAsync();
        return users.Select(user => new ReleaseTarget(tenant, user, LockFacts.Of(user.SignIn!.ToLockout(), now)));
    }
}
