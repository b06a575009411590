using Microsoft.EntityFrameworkCore;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Features.Admin.Shared;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Users;

/// <summary>Something that keeps an account out, and what the log says of it.</summary>
/// <param name="Event">Who did it, when and why; null where the log no longer has it.</param>
/// <param name="Path">Where it can be changed, for what is not an act on the account; null where time or its owner ends
/// it.</param>
public sealed record Hindrance(UserState State, AuditEvent? Event, string? Path);

/// <summary>Says why an account cannot sign in, since when and by whom (ADMIN-2); locks have their own facts.</summary>
public sealed class Hindrances(PortalDbContext db, TimeProvider clock)
{
    private static readonly UserState[] Told =
        [UserState.Disabled, UserState.Ended, UserState.ContractSuspended, UserState.NoPassword, UserState.MustChange];

    /// <summary>One statement, and none where nothing is wrong that somebody did.</summary>
    public async Task<IReadOnlyList<Hindrance>> OfAsync(PortalTenant tenant, PortalUser user)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        ArgumentNullException.ThrowIfNull(user);
        UserState[] states = [.. UserStates.Of(user, tenant, clock.GetUtcNow()).Intersect(Told)];
        var kinds = states.Select(KindOf).OfType<string>().ToArray();
        var (id, contract) = (user.Id, user.ContractId);
        var events = kinds.Length == 0 ? [] : await db.AuditEvents.AsNoTracking()
            .Where(row => kinds.Contains(row.Kind)
                && ((row.Kind == AuditKinds.UserDisabled && row.SubjectId == id)
                    || (row.Kind == AuditKinds.ContractSuspended && row.ContractId == contract)))
            .GroupBy(row => row.Kind)
            .Select(group => group.OrderByDescending(row => row.OccurredAt).ThenByDescending(row => row.Id).First()).ToListAsync();
        return [.. states.Select(state =>
            new Hindrance(state, events.Find(row => row.Kind == KindOf(state)), PathOf(state, tenant, user)))];
    }

    private static string? KindOf(UserState state) => state switch
    {
        UserState.Disabled => AuditKinds.UserDisabled,
        UserState.ContractSuspended => AuditKinds.ContractSuspended,
        _ => null,
    };

    private static string? PathOf(UserState state, PortalTenant tenant, PortalUser user) =>
        state == UserState.ContractSuspended && user.ContractId is { } contract ? StaffPaths.Contract(tenant.Slug, contract) : null;
}
