using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Portal.Web.Data.Entities;
using Portal.Web.Tenancy;

namespace Portal.Web.Domain.Accounts.Passkeys;

/// <summary>
/// Identity's users as WebAuthn knows them: by their handle. A handle of another tenant is nobody here (MF-19).
/// </summary>
public sealed class PasskeyUserManager(
    IUserStore<PortalUser> store,
    IOptions<IdentityOptions> options,
    IPasswordHasher<PortalUser> hasher,
    ILookupNormalizer normalizer,
    IdentityErrorDescriber errors,
    IServiceProvider services,
    ILogger<UserManager<PortalUser>> logger,
    CurrentTenant tenant)
    : UserManager<PortalUser>(store, options, hasher, [], [], normalizer, errors, services, logger)
{
    public override Task<string> GetUserIdAsync(PortalUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return Task.FromResult(new PasskeyHandle(tenant.Value.Id, user.Id).ToString());
    }

    public override Task<PortalUser?> FindByIdAsync(string userId) =>
        PasskeyHandle.Read(userId) is { } handle && handle.TenantId == tenant.Value.Id
            ? Store.FindByIdAsync(handle.UserId.ToString(), CancellationToken)
            : Task.FromResult<PortalUser?>(null);
}
