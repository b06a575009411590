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
/// <param name="Ways">How the account comes by a password here, each naming a text; empty where that is not what it
/// lacks.</param>
public sealed record Hindrance(UserState State, AuditEvent? Event, string? Path, IReadOnlyList<string> Ways);

/// <summary>Says why an account cannot sign in, since when and by whom (ADMIN-2); locks have their own facts.</summary>
public sealed class Hindrances(PortalDbContext db)
{
    private static readonly UserState[] Told =
        [UserState.Disabled, UserState.Ended, UserState.ContractSuspended, UserState.Temporary, UserState.TemporaryExpired,
            UserState.Invited, UserState.NoPassword, UserState.MustChange];

    /// <summary>One statement, and none where nothing is wrong that somebody did.</summary>
    public async Task<IReadOnlyList<Hindrance>> OfAsync(PortalTenant tenant, PortalUser user, IEnumerable<UserState> all)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        ArgumentNullException.ThrowIfNull(user);
        UserState[] states = [.. all.Where(state => Told.Contains(state) && !IsBeside(state, user))];
        var kinds = states.Select(KindOf).OfType<string>().ToArray();
        var (id, contract) = (user.Id, user.ContractId);
        var events = kinds.Length == 0 ? [] : await db.AuditEvents.AsNoTracking()
            .Where(row => kinds.Contains(row.Kind)
                && ((row.Kind == AuditKinds.UserDisabled && row.SubjectId == id)
                    || (row.Kind == AuditKinds.ContractSuspended && row.ContractId == contract)))
            .GroupBy(row => row.Kind)
            .Select(group => group.OrderByDescending(row => row.OccurredAt).ThenByDescending(row => row.Id).First()).ToListAsync();
        return [.. states.Select(state =>
            new Hindrance(state, events.Find(row => row.Kind == KindOf(state)), PathOf(state, tenant, user),
                state is UserState.NoPassword or UserState.TemporaryExpired ? [.. Ways(tenant, user)] : []))];
    }

    /// <summary>A temporary password by telephone keeps nobody out: one's own works as before (TEMP-5).</summary>
    private static bool IsBeside(UserState state, PortalUser user) => state == UserState.Temporary && user.PasswordHash is not null;

    private static IEnumerable<string> Ways(PortalTenant tenant, PortalUser user)
    {
        if (tenant.TemporaryPasswords.SetsByPhone(!string.IsNullOrEmpty(user.Email)))
        {
            yield return "Phone";
        }

        if (tenant.TemporaryPasswords is { ByManager: true } or { ByStaff: true })
        {
            yield return (tenant.TemporaryPasswords.ByManager, tenant.TemporaryPasswords.ByStaff) switch
            {
                (true, false) => "IssueByManager",
                (false, true) => "IssueByStaff",
                _ => "Issue",
            };
        }

        if (tenant.HasReset(user.Door) && !string.IsNullOrEmpty(user.Email))
        {
            yield return "Reset";
        }
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
