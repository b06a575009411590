using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Portal.Rules.Lockout;
using Portal.Rules.Standing;
using Portal.Rules.Text;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Delegation;
using Portal.Web.Domain.Accounts.Lockout;
using Portal.Web.Domain.Accounts.Passwords;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Accounts.Standing;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Operators.Index;

/// <summary>Reads the IDs of one contract: the list's part, all of it for a file, or one.</summary>
public sealed class OperatorQuery(PortalDbContext db, SessionService sessions, CurrentTenant tenant, TimeProvider clock)
{
    public async Task<OperatorRows> PageAsync(PortalUser who, OperatorFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var found = Find(who, filter);
        var total = await found.CountAsync();
        var pages = Math.Max(1, (total + filter.Size - 1) / filter.Size);
        var page = Math.Min(filter.Page, pages);
        var rows = await RowsAsync(Sorted(found, filter).Skip((page - 1) * filter.Size).Take(filter.Size));
        return new OperatorRows(rows, total, page, pages);
    }

    /// <summary>Exactly the rows that the list would page through (EX-04).</summary>
    public Task<IReadOnlyList<OperatorRow>> AllAsync(PortalUser who, OperatorFilter filter) => RowsAsync(Sorted(Find(who, filter), filter));

    public async Task<OperatorRow> OneAsync(PortalUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return (await RowsAsync(db.Users.AsNoTracking().Include(row => row.SignIn).Include(row => row.Contract!.Holder)
            .Where(row => row.Id == user.Id)))[0];
    }

    /// <summary>Those of the list that are in a state; null is all of them.</summary>
    public IQueryable<PortalUser> Among(PortalUser who, OperatorState? state) =>
        Find(who, new OperatorFilter("", state, OperatorOrder.Id, Descending: false, Page: 1, OperatorFilter.Sizes[0]));

    private IQueryable<PortalUser> Find(PortalUser who, OperatorFilter filter)
    {
        ArgumentNullException.ThrowIfNull(who);
        ArgumentNullException.ThrowIfNull(filter);
        var profile = tenant.Value.Profile.Operators!;
        var users = db.Users.AsNoTracking().Include(row => row.SignIn)
            .Where(row => row.ContractId == who.ContractId && row.Door == profile.Door);
        if (profile.Columns.Contains("holder"))
        {
            users = users.Include(row => row.Contract!.Holder);
        }

        if (profile.ListedRoles is { } roles)
        {
            users = users.Where(row => roles.Contains(row.Role));
        }

        if (filter.EnabledOnly)
        {
            users = users.Where(AccountStandings.Not(AccountStandings.Disabled));
        }

        return InState(Matching(PeerGroups.Among(users, tenant.Value, who), filter.Query), filter.State);
    }

    /// <summary>No field holds such a text, so nothing is found; the database would refuse it.</summary>
    private static IQueryable<PortalUser> Matching(IQueryable<PortalUser> users, string query) =>
        TextCheck.Find(query, multiline: false) is not null
            ? users.Where(_ => false)
            : SearchText.Words(query).Aggregate(users, (found, word) => found.Where(row => row.SearchKey.Contains(word)));

    private IQueryable<PortalUser> InState(IQueryable<PortalUser> users, OperatorState? state)
    {
        var now = clock.GetUtcNow();
        var today = tenant.Value.Zone.DayOf(now);
        Expression<Func<PortalUser, bool>> mustChange = row =>
            row.MustChangePassword || (row.PasswordHash == null && row.InvitedAt == null);
        return state switch
        {
            OperatorState.Active => users.Where(row => !row.MustChangePassword && row.PasswordHash != null)
                .Where(AccountStandings.Is(AccountStanding.Good, today))
                .Where(AccountStandings.Not(LockedAccounts.Locked(now))),
            OperatorState.Locked => users.Where(LockedAccounts.Locked(now)),
            OperatorState.MustChange => users.Where(mustChange),
            OperatorState.Disabled => users.Where(AccountStandings.Disabled),
            OperatorState.Expired => users.Where(AccountStandings.Ended(today)),
            OperatorState.Invited => users.Where(row => row.PasswordHash == null && row.InvitedAt != null),
            OperatorState.Dormant => users.Where(row => row.DormantNoticeAt != null),
            _ => users,
        };
    }

    /// <summary>People sort by their reading: kanji have no order that anyone expects (ui.md 1.3).</summary>
    private static IQueryable<PortalUser> Sorted(IQueryable<PortalUser> users, OperatorFilter filter)
    {
        var sorted = filter.Order switch
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
        var found = await users.Select(user => new
        {
            User = user,
            Sessions = live.Count(row => row.UserId == user.Id),
            Until = db.TemporaryPasswords.Where(row => row.UserId == user.Id && row.EndedAt == null)
                .Select(row => (DateTimeOffset?)row.ExpiresAt).FirstOrDefault(),
        }).ToListAsync();
        var now = clock.GetUtcNow();
        return [.. found.Select(row => Row(row.User, row.Until, row.Sessions, now))];
    }

    private OperatorRow Row(PortalUser user, DateTimeOffset? temporaryUntil, int sessions, DateTimeOffset now) =>
        new(user, OperatorStates.Of(user, tenant.Value, temporaryUntil, now), sessions, temporaryUntil)
        {
            Lock = user.SignIn is { } state ? LockFacts.Of(state.ToLockout(), now) : null,
        };
}
