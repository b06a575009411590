using Microsoft.EntityFrameworkCore;
using Portal.Rules.Delegation;
using Portal.Web.Data.Entities;

namespace Portal.TestKit.World;

public sealed class StoredAccounts : OwnedRows<PortalUser>
{
    internal StoredAccounts(WorldSource source)
        : base(source, nameof(PortalUser.Id))
    {
    }

    /// <summary>From now on the database takes no account that is new, as when something is wrong with it.</summary>
    public Task RefuseNewAsync() => RunAsync("""REVOKE INSERT ON "Users" FROM portal_app""");

    public Task TakeNewAsync() => RunAsync("""GRANT INSERT ON "Users" TO portal_app""");

    /// <summary>Empty when nobody has the login ID.</summary>
    public Task<Guid> IdOfAsync(string loginId) => ReadAsync(user => user.UserName == loginId, user => user.Id);

    public async Task<PortalUser> GetAsync(Guid id)
    {
        await using var db = Source.Open();
        return await Rows(db, Of(id)).SingleAsync();
    }

    /// <summary>Those whose login ID begins so.</summary>
    public Task<long> CountNamedAsync(string beginning) => CountAsync(user => EF.Functions.Like(user.UserName!, beginning + "%"));

    public Task DisableAsync(Guid id) => ChangeAsync(id, user => user.DisabledAt, Source.Clock.GetUtcNow());

    /// <summary>Somebody made it and sent its invitation, which is not used yet.</summary>
    public Task InviteAsync(Guid id) => ChangeAsync(id, set => set
        .SetProperty(user => user.InvitedAt, Source.Clock.GetUtcNow())
        .SetProperty(user => user.PasswordHash, (string?)null)
        .SetProperty(user => user.PasswordChangedAt, (DateTimeOffset?)null)
        .SetProperty(user => user.EmailConfirmedAt, (DateTimeOffset?)null));

    public Task<bool> IsDisabledAsync(Guid id) => ReadAsync(id, user => user.DisabledAt != null);

    public Task<bool> HasConfirmedAddressAsync(Guid id) => ReadAsync(id, user => user.EmailConfirmedAt != null);

    public Task<string?> PasswordHashAsync(Guid id) => ReadAsync(id, user => user.PasswordHash);

    public Task RenameAsync(Guid id, string familyName, string givenName) => ChangeAsync(id, set => set
        .SetProperty(user => user.FamilyName, familyName)
        .SetProperty(user => user.GivenName, givenName));

    public Task SetValidUntilAsync(Guid id, DateOnly day) => ChangeAsync(id, user => user.ValidUntil, day);

    public Task SetRoleAsync(Guid id, AccountRole role) => ChangeAsync(id, user => user.Role, role);

    /// <summary>Of another release, say: the account cannot be read until it has a known one again.</summary>
    public async Task SetUnknownRoleAsync(Guid id)
    {
        await using var db = Source.Open();
        await db.Database.ExecuteSqlAsync($"""UPDATE "Users" SET "Role" = 'Emperor' WHERE "Id" = {id}""");
    }
}
