using Microsoft.EntityFrameworkCore;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Locks;
using Portal.Web.Domain.Accounts.Sessions;

namespace Portal.Web.Domain.Accounts.Details;

/// <summary>Changes a user makes to its own profile and picture.</summary>
public sealed class ProfileService(
    PortalDbContext db, CurrentSession session, AccountLocks locks, AuditLog audit, AuditActor actor, TimeProvider clock)
{
    public Task<PortalUser> OwnAsync() => db.Users.OwnAsync(session.UserId);

    /// <summary>The picture without its bytes; null where there is none.</summary>
    public Task<Guid?> PictureIdAsync() =>
        db.UserPictures.Where(row => row.UserId == session.UserId).Select(row => (Guid?)row.Id).SingleOrDefaultAsync();

    /// <summary>One's own picture under that address.</summary>
    public Task<UserPicture?> PictureAsync(Guid id) =>
        db.UserPictures.AsNoTracking().SingleOrDefaultAsync(row => row.UserId == session.UserId && row.Id == id);

    /// <param name="version">The version the form was opened with.</param>
    public async Task<ChangeOutcome> ChangeAsync(PortalUser user, int version, ProfileDetails details)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(details);
        await locks.AccountAsync(user);
        if (user.Version != version)
        {
            return ChangeOutcome.Conflict;
        }

        var changes = ProfileDetails.Of(user).Fields.Zip(details.Fields)
            .Where(pair => pair.First.Value != pair.Second.Value)
            .ToDictionary(pair => char.ToLowerInvariant(pair.First.Name[0]) + pair.First.Name[1..],
                pair => new[] { pair.First.Value, pair.Second.Value });
        if (changes.Count == 0)
        {
            return ChangeOutcome.Unchanged;
        }

        details.ApplyTo(user);
        user.ChangedBy = actor.Name;
        audit.Record(AuditKinds.ProfileChanged, AuditSubject.Of(user), details: new { changes });
        return ChangeOutcome.Changed;
    }

    /// <summary>Puts a picture in the place of the former one, under a new address.</summary>
    public async Task SetPictureAsync(string contentType, byte[] content)
    {
        ArgumentNullException.ThrowIfNull(content);
        await RemoveAsync();
        db.UserPictures.Add(new UserPicture
        {
            UserId = session.UserId,
            Id = Guid.CreateVersion7(),
            ContentType = contentType,
            Content = content,
            ChangedAt = clock.GetUtcNow()
        });
        audit.Record(AuditKinds.PictureChanged, session.Account,
            details: new { state = "set", contentType, size = content.Length });
    }

    public async Task RemovePictureAsync()
    {
        if (await RemoveAsync() > 0)
        {
            audit.Record(AuditKinds.PictureChanged, session.Account, details: new { state = "removed" });
        }
    }

    private async Task<int> RemoveAsync()
    {
        // Two uploads at once take turns here; the row itself may not be there to be locked.
        await locks.AccountAsync(session.User);
        return await db.UserPictures.Where(row => row.UserId == session.UserId).ExecuteDeleteAsync();
    }
}
