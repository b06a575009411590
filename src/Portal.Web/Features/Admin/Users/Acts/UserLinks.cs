using Microsoft.EntityFrameworkCore;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Recovery;
using Portal.Web.Domain.Accounts.Registration;

namespace Portal.Web.Features.Admin.Users.Acts;

/// <summary>Links to a password of one's own, sent to the registered address in the tenant's name.</summary>
public sealed class UserLinks(PortalDbContext db, StaffReach reach, ResetService resets, InvitationService invitations)
{
    /// <returns>False where the account may not sign in at all, or has no address.</returns>
    public Task<bool> SendAsync(UserTarget target, string reason)
    {
        ArgumentNullException.ThrowIfNull(target);
        return reach.InsideAsync(target.Tenant, async () =>
        {
            var user = await db.Users.Include(row => row.Contract).SingleOrDefaultAsync(row => row.Id == target.User.Id);
            return user is not null && (IsPending(user) ? await InviteAsync(user, reason) : await resets.StartAsync(user, reason));
        });
    }

    private async Task<bool> InviteAsync(PortalUser user, string reason)
    {
        await invitations.InviteAsync(user, reason);
        return true;
    }

    private static bool IsPending(PortalUser user) =>
        user is { PasswordHash: null, InvitedAt: not null, DisabledAt: null, Email: not (null or "") };
}
