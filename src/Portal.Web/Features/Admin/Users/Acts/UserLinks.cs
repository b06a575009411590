using Microsoft.EntityFrameworkCore;
using Portal.Web.Data;
using Portal.Web.Domain.Accounts.Recovery;
using Portal.Web.Domain.Accounts.Registration;

namespace Portal.Web.Features.Admin.Users.Acts;

/// <summary>Links to a password of one's own, sent to the registered address in the tenant's name.</summary>
public sealed class UserLinks(PortalDbContext db, StaffReach reach, PasswordLinks links)
{
    public Task<ResetStart> SendAsync(UserTarget target, string reason)
    {
        ArgumentNullException.ThrowIfNull(target);
        return reach.InsideAsync(target.Tenant, async () =>
            await db.Users.Include(row => row.Contract).SingleOrDefaultAsync(row => row.Id == target.User.Id) is { } user
                ? await links.SendAsync(user, reason)
                : ResetStart.Impossible);
    }
}
