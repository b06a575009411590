using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Portal.Rules.Text;
using Portal.Web.Data.Entities;
using Portal.Web.Tenancy;

namespace Portal.Web.Domain.Accounts.Identity;

/// <summary>
/// Identity's manager with our keys: the canonical login key depends on the door, not on a global normaliser.
/// </summary>
public sealed class PortalUserManager(
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
    public override async Task UpdateNormalizedUserNameAsync(PortalUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        var key = LoginKeys.For(tenant.Value.Door(user.Door), user.UserName!, user.Email);
        await Store.SetNormalizedUserNameAsync(user, key, CancellationToken);
    }
}

/// <summary>NFKC and case folding (F15), the same as everywhere else in the portal.</summary>
public sealed class CanonicalNormalizer : ILookupNormalizer
{
    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(name))]
    public string? NormalizeName(string? name) => name is null ? null : CanonicalText.LoginId(name);

    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(email))]
    public string? NormalizeEmail(string? email) => email is null ? null : CanonicalText.Email(email);
}
