using Microsoft.EntityFrameworkCore;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Recovery;
using Portal.Web.Domain.Accounts.Registration;

namespace Portal.Web.Features.Admin.Users.Acts;

/// <summary>Links to a password of one's own, sent to the registered address in the tenant's name.</summary>
public sealed class UserLinks(PortalDbContext db, StaffReach reach, ResetService resets, InvitationService invitations)
{
    public Task<ResetStart> SendAsync(UserTarget target, string reason)
    {
        ArgumentNullException.ThrowIfNull(target);
        return reach.InsideAsync(target.Tenant, async () =>
        {
            var user = await db.Users.Include(row => row.Contract).SingleOrDefaultAsync(row => row.Id == target.User.Id);
            return user is null ? ResetStart.Impossible
                : IsPending(user) ? await InviteAsync(user, reason)
                : await resets.StartAsync(user, reason);
        });
    }

    private async Task<ResetStart> InviteAsync(PortalUser user, string reason) =>
        await invitations.InviteAsync(user, reason) is null ? ResetStart.TooManyMails : ResetStart.Sent;

    private static bool IsPending(PortalUser user) =>
        user is { PasswordHash: null, InvitedAt: not null, DisabledAt: null, Email: not (null or "") };
}
