using Microsoft.Extensions.Options;
using Portal.Web.Data.Entities;
using Portal.Web.Data.Seed;
using Portal.Web.Domain.Accounts.Factors;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.SignIn.SecondStep;

/// <summary>
/// The present codes of the demonstration's authenticator apps, for those without a phone at hand. Their secret is in
/// the documents; outside the demonstration there is nothing.
/// </summary>
public sealed class DemoCodes(CurrentTenant tenant, IOptions<SiteOptions> options, TimeProvider clock)
{
    public string? Of(PortalUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return options.Value.Demo
            ? DemoAccounts.Of(tenant.Value.Slug).Where(account => account.LoginId == user.UserName).Select(Of).FirstOrDefault()
            : null;
    }

    public string? Of(DemoAccount account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return options.Value.Demo && account.AppSecret is { } secret
            ? TotpCodes.At(SecretText.Read(secret), clock.GetUtcNow())
            : null;
    }
}
