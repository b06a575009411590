using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Portal.Rules.Lockout;
using Portal.Rules.Standing;
using Portal.Web.Data;
using Portal.Web.Data.Compiled;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Delegation;
using Portal.Web.Domain.Accounts.Lockout;
using Portal.Web.Domain.Accounts.Passwords;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Accounts.Standing;
using Portal.Web.Lists;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Times;

namespace Portal.Web.Features.Operators.Index;

/// <summary>Reads the IDs of one contract: the list's part, all of it for a file, or one.</summary>
public sealed class OperatorQuery(PortalDbContext db, SessionService sessions, LargeCounts large, CurrentTenant tenant,
    TenantClock clock)
{
    /// <summary>
    /// The list as it opens; its limit is part of the statement, as in <see cref="ListPages.OnPage"/>. It reads what
    /// <see cref="OperatorColumns"/> and the rules behind its buttons look at, which is a third of a row. The limit
    /// stands behind the join: in front, PostgreSQL joined the sign-in states of all IDs to twenty.
    /// </summary>
    private static readonly CompiledQuery<Func<PortalDbContext, Guid?, string, DateTimeOffset, DateTimeOffset,
        IAsyncEnumerable<FoundRow>>> First = new(() => EF.CompileAsyncQuery(
            (PortalDbContext db, Guid? contractId, string door, DateTimeOffset now, DateTimeOffset idleSince) =>
                db.Users.AsNoTracking().Where(row => row.ContractId == contractId && row.Door == door)
                    .LeftJoin(db.SignInStates, user => user.Id, state => state.UserId, (user, state) => new { User = user, State = state })
                    .OrderBy(row => row.User.NormalizedUserName).ThenBy(row => row.User.Id).Take(ListPages.UsualSize)
                    .Select(row => new FoundRow(
                        new PortalUser
                        {
                            Id = row.User.Id,
                            TenantId = row.User.TenantId,
                            UserName = row.User.UserName,
                            Door = row.User.Door,
                            Role = row.User.Role,
                            ContractId = row.User.ContractId,
                            Permissions = row.User.Permissions,
                            PreferredName = row.User.PreferredName,
                            FamilyName = row.User.FamilyName,
                            GivenName = row.User.GivenName,
                            Department = row.User.Department,
                            Email = row.User.Email,
                            Phone = row.User.Phone,
                            ValidUntil = row.User.ValidUntil,
                            DisabledAt = row.User.DisabledAt,
                            DormantNoticeAt = row.User.DormantNoticeAt,
                            InvitedAt = row.User.InvitedAt,
                            MustChangePassword = row.User.MustChangePassword,
                            PasswordHash = row.User.PasswordHash == null ? null : "",
                            ChangedAt = row.User.ChangedAt,
                        },
                        new SignInState
                        {
                            UserId = row.User.Id,
                            StrangerFailures = (int?)row.State!.StrangerFailures ?? 0,
                            StrangerLockedAt = row.State.StrangerLockedAt,
                            StrangerLockedUntil = row.State.StrangerLockedUntil,
                            KnownFailures = (int?)row.State.KnownFailures ?? 0,
                            KnownLockedAt = row.State.KnownLockedAt,
                            KnownLockedUntil = row.State.KnownLockedUntil,
                            TotalFailures = (int?)row.State.TotalFailures ?? 0,
                            VoidedAt = row.State.VoidedAt,
                            LastSignInAt = row.State.LastSignInAt,
                        },
                        db.Sessions.Count(each => each.EndedAt == null && each.ExpiresAt > now && each.LastSeenAt > idleSince
                            && each.UserId == row.User.Id),
                        db.TemporaryPasswords.Where(each => each.UserId == row.User.Id && each.EndedAt == null)
                            .Select(each => (DateTimeOffset?)each.ExpiresAt).FirstOrDefault()))));

    /// <summary>
    /// How many there are in each state, and in all, under the other conditions: one query for all tabs, and for
    /// whether there are others beside them.
    /// </summary>
    public async Task<OperatorCounts> CountAsync(PortalUser who, OperatorFilter filter)
    {
        ArgumentNullException.ThrowIfNull(who);
        ArgumentNullException.ThrowIfNull(filter);
        var conditions = (nameof(OperatorQuery), PeerGroups.Of(tenant.Value, who), filter.Query, filter.EnabledOnly);
        return await large.OfAsync(who.ContractId!.Value, conditions, () => AskCountsAsync(who, filter), counts => counts.All.Counted);
    }

    /// <summary>
    /// Paged by number: people sort by name, department or last sign-in, and a place in the list is a place in time
    /// only; no contract has so many IDs that its last page would be slow.
    /// </summary>
    /// <param name="count">How many the filter finds.</param>
    public async Task<ListPage<OperatorRow>> PageAsync(PortalUser who, OperatorFilter filter, ListCount count)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var page = ListPages.Within(filter.Page, filter.Size);
        var rows = page == 1 && IsPlain(who, filter)
            ? await PlainAsync(who)
            : await RowsAsync(Sorted(OnPage(), filter));
        return new ListPage<OperatorRow>(rows, page, filter.Size, count);

        // The database sorts what it sorts by alone: with all that a row shows, ten thousand do not fit its memory.
        IQueryable<PortalUser> OnPage()
        {
            var ids = Sorted(Found(who, filter), filter).Select(row => row.Id).OnPage(page, filter.Size);
            return db.Users.Where(row => ids.Contains(row.Id));
        }
    }

    /// <summary>Those that are locked; a number beyond the end is the last page.</summary>
    public async Task<ListPage<OperatorRow>> LockedAsync(PortalUser who, OperatorFilter filter, int most)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var locked = filter with { State = OperatorState.Locked, Size = most };
        var count = await Found(who, locked).CountToMostAsync();
        var last = Math.Max(1, (count.Number + most - 1) / most);
        return await PageAsync(who, locked with { Page = Math.Min(filter.Page, last) }, count);
    }

    /// <summary>Exactly the rows that the list would page through (EX-04).</summary>
    public Task<IReadOnlyList<OperatorRow>> AllAsync(PortalUser who, OperatorFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return RowsAsync(Sorted(Found(who, filter), filter));
    }

    public async Task<OperatorRow> OneAsync(PortalUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return (await RowsAsync(db.Users.Where(row => row.Id == user.Id)))[0];
    }

    /// <summary>The list as it opens, which most people read and leave.</summary>
    private bool IsPlain(PortalUser who, OperatorFilter filter) =>
        filter is { Query.Length: 0, State: null, Descending: false, EnabledOnly: false, Size: ListPages.UsualSize }
        && tenant.Value.Profile.Operators is { ListedRoles: null, HiddenNumbers: null } profile && !profile.Columns.Contains("holder")
        && filter.Shown(profile.Columns).Order == OperatorOrder.Id && PeerGroups.Of(tenant.Value, who) is null;

    private async Task<IReadOnlyList<OperatorRow>> PlainAsync(PortalUser who)
    {
        var now = clock.Now;
        var rows = new List<OperatorRow>(ListPages.UsualSize);
        var found = First.For(db)(db, who.ContractId, tenant.Value.Profile.Operators!.Door, now, now - tenant.Value.IdleTime);
        await foreach (var row in found)
        {
            (row.User.SignIn, row.User.Contract) = (row.SignIn, who.Contract);
            rows.Add(Row(row.User, row.Until, row.Sessions, now));
        }

        return rows;
    }

    private async Task<OperatorCounts> AskCountsAsync(PortalUser who, OperatorFilter filter)
    {
        var (scope, states) = (Scope(who), OperatorStates.Filters);
        var found = Find(scope, filter);
        var members = Counted(db.Memberships.Where(row => row.ContractId == who.ContractId).Take(1));
        var counts = Expression.NewArrayInit(typeof(int),
        [
            members, Counted(found.Take(ListCount.Most + 1)),
            .. states.Select(state => Counted(scope.InState(found, state).Take(ListCount.Most + 1))),
        ]);
        var row = Expression.Parameter(typeof(Contract));
        var numbers = await db.Contracts.Where(each => each.Id == who.ContractId)
            .Select(Expression.Lambda<Func<Contract, int[]>>(counts, row)).SingleAsync();
        return new OperatorCounts(ListCount.Of(numbers[1]),
            states.Zip(numbers.Skip(2)).ToDictionary(pair => pair.First, pair => ListCount.Of(pair.Second)))
        {
            HasMembers = numbers[0] > 0,
        };
    }

    private IQueryable<PortalUser> Find(OperatorScope scope, OperatorFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var users = scope.Find(db);
        return (filter.EnabledOnly ? users.Where(AccountStandings.Not(AccountStandings.Disabled)) : users)
            .Matching(filter.Query, word => row => row.SearchKey.Contains(word));
    }

    private IQueryable<PortalUser> Found(PortalUser who, OperatorFilter filter)
    {
        var scope = Scope(who);
        return scope.InState(Find(scope, filter), filter.State);
    }

    private OperatorScope Scope(PortalUser who) => OperatorScope.Of(tenant.Value, who, clock.Moment);

    /// <param name="rows">Not without an end: the database stops counting in time (PERF-3).</param>
    private static MethodCallExpression Counted<T>(IQueryable<T> rows) =>
        Expression.Call(typeof(Queryable), nameof(Queryable.Count), [typeof(T)], rows.Expression);

    /// <summary>People sort by their reading: kanji have no order that anyone expects (ui.md 1.3).</summary>
    private IQueryable<PortalUser> Sorted(IQueryable<PortalUser> users, OperatorFilter filter)
    {
        var sorted = filter.Shown(tenant.Value.Profile.Operators!.Columns).Order switch
        {
            OperatorOrder.Name => By(users, row => row.FamilyNameKana + " " + row.GivenNameKana + " " + row.FamilyName, filter.Descending),
            OperatorOrder.Department => By(users, row => row.Department, filter.Descending),
            OperatorOrder.Email => By(users, row => row.NormalizedEmail ?? "", filter.Descending),
            OperatorOrder.LastSignIn => By(users, row => row.SignIn!.LastSignInAt ?? DateTimeOffset.MinValue, filter.Descending),
            OperatorOrder.ValidUntil => By(users, row => row.ValidUntil ?? DateOnly.MaxValue, filter.Descending),
            OperatorOrder.Updated => By(users, row => row.ChangedAt, filter.Descending),
            _ => By(users, row => row.NormalizedUserName, filter.Descending),
        };
        return sorted.ThenBy(row => row.NormalizedUserName).ThenBy(row => row.Id);
    }

    private static IOrderedQueryable<PortalUser> By<T>(
        IQueryable<PortalUser> users, Expression<Func<PortalUser, T>> key, bool descending) =>
        descending ? users.OrderByDescending(key) : users.OrderBy(key);

    /// <summary>One query for all that a row shows (PERF-2).</summary>
    private async Task<IReadOnlyList<OperatorRow>> RowsAsync(IQueryable<PortalUser> users)
    {
        var live = sessions.Live();
        var found = await users.AsNoTracking().Include(row => row.SignIn).Include(row => row.Contract!.Holder).Select(user => new
        {
            User = user,
            Sessions = live.Count(row => row.UserId == user.Id),
            Until = db.TemporaryPasswords.Where(row => row.UserId == user.Id && row.EndedAt == null)
                .Select(row => (DateTimeOffset?)row.ExpiresAt).FirstOrDefault(),
        }).ToListAsync();
        var now = clock.Now;
        return [.. found.Select(row => Row(row.User, row.Until, row.Sessions, now))];
    }

    private OperatorRow Row(PortalUser user, DateTimeOffset? temporaryUntil, int sessions, DateTimeOffset now) =>
        new(user, OperatorStates.Of(user, tenant.Value, temporaryUntil, now), sessions, temporaryUntil)
        {
            Lock = user.SignIn is { } state ? LockFacts.Of(state.ToLockout(), now) : null,
        };

    private sealed record FoundRow(PortalUser User, SignInState SignIn, int Sessions, DateTimeOffset? Until);
}
