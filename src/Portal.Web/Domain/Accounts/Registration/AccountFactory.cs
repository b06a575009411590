using Microsoft.AspNetCore.Identity;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Identity;

namespace Portal.Web.Domain.Accounts.Registration;

/// <summary>Makes accounts whole: keys, stamp, and the sign-in state every account has.</summary>
public sealed class AccountFactory(PortalUserManager manager, TimeProvider clock)
{
    public async Task<PortalUser> AddAsync(PortalUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        user.Id = user.Id == Guid.Empty ? Guid.CreateVersion7() : user.Id;
        user.CreatedAt = user.CreatedAt == default ? clock.GetUtcNow() : user.CreatedAt;
        user.SignIn ??= new SignInState { UserId = user.Id };
        var result = await manager.CreateAsync(user);
        return result.Succeeded
            ? user
            : throw new InvalidOperationException(string.Join(' ', result.Errors.Select(error => error.Description)));
    }
}
