using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Web.Data;
using Portal.Web.Data.Entities;

namespace Portal.Web.Domain.Accounts.Identity;

/// <summary>
/// Identity's store over the portal's own rows, inside the current tenant. Nothing is saved here: the unit of work
/// does, together with the audit event.
/// </summary>
public sealed partial class PortalUserStore(PortalDbContext db)
    : IUserPasswordStore<PortalUser>, IUserSecurityStampStore<PortalUser>, IUserEmailStore<PortalUser>
{
    public Task<string> GetUserIdAsync(PortalUser user, CancellationToken cancellationToken) => Task.FromResult(user.Id.ToString());

    public Task<string?> GetUserNameAsync(PortalUser user, CancellationToken cancellationToken) => Task.FromResult(user.UserName);

    public Task SetUserNameAsync(PortalUser user, string? userName, CancellationToken cancellationToken) =>
        Done(() => user.UserName = userName);

    public Task<string?> GetNormalizedUserNameAsync(PortalUser user, CancellationToken cancellationToken) =>
        Task.FromResult(user.NormalizedUserName);

    public Task SetNormalizedUserNameAsync(PortalUser user, string? normalizedName, CancellationToken cancellationToken) =>
        Done(() => user.NormalizedUserName = normalizedName);

    public Task<IdentityResult> CreateAsync(PortalUser user, CancellationToken cancellationToken)
    {
        db.Users.Add(user);
        return Task.FromResult(IdentityResult.Success);
    }

    public Task<IdentityResult> UpdateAsync(PortalUser user, CancellationToken cancellationToken) =>
        Task.FromResult(IdentityResult.Success);

    public Task<IdentityResult> DeleteAsync(PortalUser user, CancellationToken cancellationToken)
    {
        db.Users.Remove(user);
        return Task.FromResult(IdentityResult.Success);
    }

    public Task<PortalUser?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        Guid.TryParse(userId, out var id)
            ? db.Users.SingleOrDefaultAsync(user => user.Id == id, cancellationToken)
            : Task.FromResult<PortalUser?>(null);

    /// <summary>
    /// By canonical key, whichever door it uses; null when two doors
    /// know the key, because then the name alone says nothing.
    /// </summary>
    public async Task<PortalUser?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        await db.Users.Where(user => user.NormalizedUserName == normalizedUserName).Take(2).ToListAsync(cancellationToken) is [var only]
            ? only
            : null;

    public Task SetPasswordHashAsync(PortalUser user, string? passwordHash, CancellationToken cancellationToken) =>
        Done(() => user.PasswordHash = passwordHash);

    public Task<string?> GetPasswordHashAsync(PortalUser user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash);

    public Task<bool> HasPasswordAsync(PortalUser user, CancellationToken cancellationToken) =>
        Task.FromResult(user.PasswordHash is not null);

    public Task SetSecurityStampAsync(PortalUser user, string stamp, CancellationToken cancellationToken) =>
        Done(() => user.SecurityStamp = stamp);

    public Task<string?> GetSecurityStampAsync(PortalUser user, CancellationToken cancellationToken) => Task.FromResult(user.SecurityStamp);

    public Task SetEmailAsync(PortalUser user, string? email, CancellationToken cancellationToken) => Done(() => user.Email = email);

    public Task<string?> GetEmailAsync(PortalUser user, CancellationToken cancellationToken) => Task.FromResult(user.Email);

    public Task<bool> GetEmailConfirmedAsync(PortalUser user, CancellationToken cancellationToken) =>
        Task.FromResult(user.EmailConfirmedAt is not null);

    public Task SetEmailConfirmedAsync(PortalUser user, bool confirmed, CancellationToken cancellationToken) =>
        throw new NotSupportedException("An address is confirmed by an act that knows when.");

    public async Task<PortalUser?> FindByEmailAsync(string normalizedEmail, CancellationToken cancellationToken) =>
        await db.Users.Where(user => user.NormalizedEmail == normalizedEmail).Take(2).ToListAsync(cancellationToken) is [var only]
            ? only
            : null;

    public Task<string?> GetNormalizedEmailAsync(PortalUser user, CancellationToken cancellationToken) =>
        Task.FromResult(user.NormalizedEmail);

    public Task SetNormalizedEmailAsync(PortalUser user, string? normalizedEmail, CancellationToken cancellationToken) =>
        Done(() => user.NormalizedEmail = normalizedEmail);

    public void Dispose()
    {
        // The context belongs to the request.
    }

    private static Task Done(Action act)
    {
        act();
        return Task.CompletedTask;
    }
}
