using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Portal.Web.Features.Shared.Slips;
using Portal.Web.Http.Cookies;

namespace Portal.Web.Features.Admin.Users;

/// <param name="HandOver">Null when it has been shown already.</param>
public sealed record StaffIssuedPage(UserTarget Target, HandOver? HandOver);

/// <summary>The page that shows a temporary password once, with its slip (TR-19, ADMIN-14).</summary>
public sealed class IssuedPages(Slips slips, HandOvers handOvers, OneTimeSecrets secrets)
{
    public async Task<StaffIssuedPage> OfAsync(UserTarget target, ITempDataDictionary tempData)
    {
        ArgumentNullException.ThrowIfNull(target);
        return new StaffIssuedPage(target, await secrets.RedeemAsync(tempData, target.User.Id) is { } secret
            ? handOvers.Of(slips.Of(target.Tenant, target.User, secret.Text, secret.ExpiresAt))
            : null);
    }
}
