using System.Globalization;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Portal.Web.Features.Shared.Slips;

namespace Portal.Web.Features.Admin.Users;

/// <param name="HandOver">Null when it has been shown already.</param>
public sealed record StaffIssuedPage(UserTarget Target, HandOver? HandOver);

/// <summary>Carries a temporary password over one redirect, in the encrypted cookie of messages.</summary>
internal static class IssuedOnce
{
    public const string Key = "temporary-password";

    public static void Keep(ITempDataDictionary messages, Guid user, string password, DateTimeOffset expires) =>
        messages[Key] = string.Join(' ', user.ToString("N"), expires.ToString("O", CultureInfo.InvariantCulture), password);
}

/// <summary>The page that shows a temporary password once, with its slip (TR-19, ADMIN-14).</summary>
public sealed class IssuedPages(Slips slips, HandOvers handOvers)
{
    /// <summary>Reading takes it out of the cookie: neither "back" nor "reload" shows it again.</summary>
    public StaffIssuedPage Of(UserTarget target, ITempDataDictionary messages)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(messages);
        return messages[IssuedOnce.Key] is string kept && kept.Split(' ', 3) is [var id, var expires, var password]
            && id == target.User.Id.ToString("N")
            ? new StaffIssuedPage(target,
                handOvers.Of(slips.Of(target.Tenant, target.User, password, DateTimeOffset.Parse(expires, CultureInfo.InvariantCulture))))
            : new StaffIssuedPage(target, null);
    }
}
