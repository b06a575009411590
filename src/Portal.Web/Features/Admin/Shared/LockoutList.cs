using Microsoft.EntityFrameworkCore;
using Portal.Rules.Lockout;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Compiled;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Lockout;
using Portal.Web.Features.Shared.Homes;
using Portal.Web.Lists;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Times;

namespace Portal.Web.Features.Admin.Shared;

/// <summary>Everyone who is locked now, over the tenants one looks after (ADMIN-1).</summary>
public sealed class LockoutList(PortalDbContext db, StaffReach reach, TimeProvider clock)
{
    /// <summary>How many stand on the first page of the staff: more than a few are a list.</summary>
    private const int Few = 6;

    private static readonly ShapedQuery<LockedNow, PortalUser> Latest = new(asked => asked.Sites.IsOne,
        (db, asked) => Shown(Locked(db, asked), new LockoutQuery(), asked.At).Take(Few));

    public static ListOrders<PortalUser> Orders(Moment at) => new ListOrders<PortalUser>("-since")
        .By("since", LockedAccounts.Since(at))
        .By("until", LockedAccounts.Until(at))
        .By("name", user => user.FamilyNameKana + user.GivenNameKana)
        .By("login", user => user.NormalizedUserName)
        .By("contract", user => user.Contract!.Number)
        .Then(user => user.TenantId).Then(user => user.Id);

    public async Task<ListPage<LockedUser>> ReadAsync(IReadOnlyList<PortalTenant> tenants, LockoutQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var asked = Of(tenants);
        var found = Matching(asked, query);
        var page = await found.PageAsync(Shown(found, query, asked.At), query.Page);
        var causes = await CausesAsync(tenants, page.Rows, asked.At);
        return page.Select(user => Row(user, tenants, asked.At, causes));
    }

    /// <summary>Those who were locked last: whoever rings up now is most likely one of them.</summary>
    public async Task<IReadOnlyList<LockedUser>> LatestAsync(IReadOnlyList<PortalTenant> tenants)
    {
        var asked = Of(tenants);
        var users = await Latest.Ask(db, asked).ToListAsync();
        var causes = await CausesAsync(tenants, users, asked.At);
        return [.. users.Select(user => Row(user, tenants, asked.At, causes))];
    }

    /// <summary>All of them, for who counts them together with other things.</summary>
    public HomeAsk Ask(string key, IReadOnlyList<PortalTenant> tenants) => new LockedCount(key, Of(tenants));

    /// <summary>All that would be paged through, for a file.</summary>
    public IAsyncEnumerable<LockedUser> ReadAllAsync(IReadOnlyList<PortalTenant> tenants, LockoutQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return ReadAllAsync(tenants, Of(tenants), query);
    }

    private async IAsyncEnumerable<LockedUser> ReadAllAsync(IReadOnlyList<PortalTenant> tenants, LockedNow asked, LockoutQuery query)
    {
        // Of those who are locked now: the log knows every lock that there ever was.
        var found = Matching(asked, query);
        var causes = await CausesAsync(Unexplained(tenants).Where(row => found.Any(user => user.Id == row.SubjectId)));
        await foreach (var user in Shown(found, query, asked.At).AsAsyncEnumerable())
        {
            yield return Row(user, tenants, asked.At, causes);
        }
    }

    /// <summary>What locked those whose failures do not say so; of most pages nobody.</summary>
    private async Task<IReadOnlyDictionary<Guid, LockCause>> CausesAsync(IReadOnlyList<PortalTenant> tenants,
        IEnumerable<PortalUser> users, Moment at)
    {
        Guid[] ids = [.. users.Where(user => !LockCauses.ExplainsItself(Facts(user, at), TenantOf(user, tenants).Lockout))
            .Select(user => user.Id)];
        return ids.Length == 0
            ? new Dictionary<Guid, LockCause>()
            : await CausesAsync(Unexplained(tenants).Where(row => ids.Contains(row.SubjectId!.Value)));
    }

    private static async Task<IReadOnlyDictionary<Guid, LockCause>> CausesAsync(IQueryable<AuditEvent> locks) =>
        (await locks.Select(row => new { Id = row.SubjectId!.Value, row.OccurredAt, row.Reason }).ToListAsync())
            .GroupBy(row => row.Id)
            .ToDictionary(rows => rows.Key, rows => LockCauses.Of(rows.MaxBy(row => row.OccurredAt)!.Reason));

    /// <summary>Locks by anything else than wrong passwords, which are few.</summary>
    private IQueryable<AuditEvent> Unexplained(IReadOnlyList<PortalTenant> tenants)
    {
        var reasons = LockCauses.Reasons;
        return reach.Within(db.AuditEvents, tenants)
            .Where(row => row.Kind == AuditKinds.Locked && row.SubjectId != null && reasons.Contains(row.Reason));
    }

    private LockedNow Of(IReadOnlyList<PortalTenant> tenants) => new(reach.Sites(tenants), new Moment(clock.GetUtcNow()));

    private IQueryable<PortalUser> Matching(LockedNow asked, LockoutQuery query) => Locked(db, asked).Matching(query.Q);

    private static IQueryable<PortalUser> Locked(PortalDbContext db, LockedNow asked) =>
        StaffReach.Within(db.Users, asked.Sites).Where(LockedAccounts.Locked(asked.At));

    private static IQueryable<PortalUser> Shown(IQueryable<PortalUser> found, LockoutQuery query, Moment at) =>
        Orders(at).Apply(found, query.Sort).Include(user => user.SignIn).Include(user => user.Contract).AsNoTracking();

    private static LockedUser Row(PortalUser user, IReadOnlyList<PortalTenant> tenants, Moment at,
        IReadOnlyDictionary<Guid, LockCause> causes)
    {
        var (facts, tenant) = (Facts(user, at), TenantOf(user, tenants));
        return new LockedUser(
            tenant, user.Id, user.UserName!,
            user.DisplayName == user.UserName ? "" : user.DisplayName, user.Phone, user.Contract?.Number,
            facts.Since, facts.Until, facts.IsVoid, facts.Failures, FailureAddress.Of(user.SignIn!.FailureAddresses))
        {
            Cause = LockCauses.ExplainsItself(facts, tenant.Lockout) ? LockCause.Passwords : causes.GetValueOrDefault(user.Id),
            SignsInWith = user.SignsInWith,
        };
    }

    // The condition of the query says the same as SQL.
    private static LockFacts Facts(PortalUser user, Moment at) => LockFacts.Of(user.SignIn!.ToLockout(), at.Now)!;

    private static PortalTenant TenantOf(PortalUser user, IReadOnlyList<PortalTenant> tenants) =>
        tenants.First(tenant => tenant.Id == user.TenantId);

    private sealed record LockedNow(StaffSites Sites, Moment At);

    private sealed record LockedCount(string Key, LockedNow Asked) : HomeAsk
    {
        public override object Shape => (Key, Asked.Sites.IsOne);

        public override IEnumerable<HomeCount> Counts(PortalDbContext db) =>
            [new(Key, Locked(db, Asked).Select(user => user.Id))];
    }
}
