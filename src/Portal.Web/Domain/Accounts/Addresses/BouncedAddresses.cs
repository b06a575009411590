using Microsoft.EntityFrameworkCore;
using Portal.Rules.Text;
using Portal.Web.Audit;
using Portal.Web.Data;

namespace Portal.Web.Domain.Accounts.Addresses;

/// <summary>
/// Flags an address to which mail came back (ML-05): its accounts are told where they are signed in, and codes no
/// longer go there while there is another way. The flag ends with the next proof that somebody reads it, and with the
/// address.
/// </summary>
public sealed class BouncedAddresses(PortalDbContext db, AuditLog audit, TimeProvider clock) : IBounceListener
{
    public async Task BouncedAsync(string recipient, DateTimeOffset writtenAt)
    {
        ArgumentNullException.ThrowIfNull(recipient);
        var (email, now) = (CanonicalText.Email(recipient), clock.GetUtcNow());
        var users = await db.Users.AsNoTracking().Where(row => row.NormalizedEmail == email && row.EmailBouncedAt == null
            && (row.EmailConfirmedAt == null || row.EmailConfirmedAt <= writtenAt)).ToListAsync();
        foreach (var user in users)
        {
            // Not through the tracker: nobody's open form is out of date for it, and a proof of this moment wins.
            if (await db.Users.Where(row => row.Id == user.Id && row.NormalizedEmail == email && row.EmailBouncedAt == null
                    && (row.EmailConfirmedAt == null || row.EmailConfirmedAt <= writtenAt))
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.EmailBouncedAt, now)) == 1)
            {
                audit.Record(AuditKinds.EmailBounced, AuditSubject.Of(user));
            }
        }
    }
}
