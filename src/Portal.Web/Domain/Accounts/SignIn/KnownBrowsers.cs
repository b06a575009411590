using Microsoft.EntityFrameworkCore;
using Portal.Web.Data;

namespace Portal.Web.Domain.Accounts.SignIn;

/// <summary>
/// Whether the account that was named has signed in with this browser before: then it is neither throttled nor in the
/// strangers' lane, so that strangers cannot keep its owner waiting (LOCK-8, CG-11).
/// </summary>
public sealed class KnownBrowsers(PortalDbContext db, UnitOfWork work)
{
    /// <summary>Asks the database only where the browser bears a mark of ours.</summary>
    public async Task<bool> IsKnownAsync(SignInRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Known.IsEmpty)
        {
            return false;
        }

        var found = await work.RunAsync(() => request.Among(db.Users)
            .Select(user => new { user.Id, user.SecurityStamp }).SingleOrDefaultAsync());
        return found is not null && request.Known.Know(found.Id, found.SecurityStamp);
    }
}
