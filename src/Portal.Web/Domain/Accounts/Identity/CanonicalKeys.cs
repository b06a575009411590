using Microsoft.EntityFrameworkCore;
using Portal.Rules.Text;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.MailedLinks;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Domain.Accounts.Identity;

/// <summary>
/// Brings the keys of accounts that are there already to the form that texts are
/// compared in now: an ID that was registered with a mark nobody sees, or an address
/// with an ideographic full stop, is found by what its owner reads (TEXT-1).
/// </summary>
internal sealed partial class CanonicalKeys(PortalDbContext db, CurrentTenant tenant, ILogger<CanonicalKeys> log)
{
    /// <summary>
    /// One more with each change of a canonical form; what is stored in an older one is made anew at the next start.
    /// </summary>
    public const int Form = 1;

    private const int Batch = 500;

    /// <summary>Accounts after this one, in the order of their ids. Twice changes nothing.</summary>
    /// <returns>The last one of this batch; null where there is none.</returns>
    public async Task<Guid?> RenewAsync(Guid after, CancellationToken cancellationToken)
    {
        var users = await db.Users.AsNoTracking().Where(row => row.Id.CompareTo(after) > 0).OrderBy(row => row.Id).Take(Batch)
            .ToListAsync(cancellationToken);
        foreach (var user in users)
        {
            await RenewAsync(user, cancellationToken);
        }

        return users.Count == 0 ? null : users[^1].Id;
    }

    private async Task RenewAsync(PortalUser user, CancellationToken cancellationToken)
    {
        if (tenant.Value.Profile.Doors.FirstOrDefault(each => each.Key == user.Door) is not { } door)
        {
            return;
        }

        var former = (user.UserName, user.Email, user.NormalizedUserName, user.NormalizedEmail, user.SearchKey);
        user.UserName = door.Identifier.Kind == IdentifierKind.Email
            ? EmailAddress.Stored(user.UserName!)
            : CanonicalText.Identifier(user.UserName!);
        user.Email = user.Email is null ? null : EmailAddress.Stored(user.Email);
        user.NormalizedUserName = LoginKeys.For(door, user.UserName, user.Email);
        user.NormalizedEmail = user.Email is null ? null : CanonicalText.Email(user.Email);
        user.SearchKey = SearchText.Of(user);
        if (former == (user.UserName, user.Email, user.NormalizedUserName, user.NormalizedEmail, user.SearchKey))
        {
            return;
        }

        if (await db.Users.AnyAsync(row => row.Id != user.Id && row.Door == user.Door && row.NormalizedUserName == user.NormalizedUserName,
            cancellationToken))
        {
            LogTwin(log, user.Id, tenant.Value.Profile.Slug);
            return;
        }

        await StoreAsync(user, former.UserName, former.Email, cancellationToken);
    }

    /// <summary>Only where the row is still as it was read: another node may serve its owner meanwhile.</summary>
    private async Task StoreAsync(PortalUser user, string? formerName, string? formerEmail, CancellationToken cancellationToken)
    {
        await db.Users.Where(row => row.Id == user.Id && row.UserName == formerName && row.Email == formerEmail).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.UserName, user.UserName)
                .SetProperty(row => row.Email, user.Email)
                .SetProperty(row => row.NormalizedUserName, user.NormalizedUserName)
                .SetProperty(row => row.NormalizedEmail, user.NormalizedEmail)
                .SetProperty(row => row.SearchKey, user.SearchKey),
            cancellationToken);

        // Links on their way count for the address they went to, which is the same one.
        if (user.Email is not null && user.Email != formerEmail)
        {
            await db.SecurityLinks.Where(link => link.UserId == user.Id && link.Email == formerEmail)
                .ExecuteUpdateAsync(set => set.SetProperty(link => link.Email, user.Email), cancellationToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message =
        "The account {User} of {Tenant} looks like another one of the same door and keeps its old key: nobody can type it. "
        + "Give it another ID.")]
    private static partial void LogTwin(ILogger logger, Guid user, string tenant);
}
