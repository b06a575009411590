using Portal.Web.Domain.Accounts.Recovery;
using Portal.Web.Domain.Accounts.SignIn;
using Portal.Web.Domain.Accounts.Throttling;
using Portal.Web.Http.Cookies;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Recovery;

/// <summary>
/// Ten requests an hour from one network address in one portal; the eleventh sees the same page and nothing happens. A
/// browser with which the account has signed in before is exempt, as at sign-in (LOCK-8): an office behind one address
/// is not shut out by its neighbours. It has a far limit of its own, so that nobody's rows are without one.
/// </summary>
public sealed class RecoveryThrottle(AddressThrottle throttle, KnownBrowsers browsers, DeviceCookie device, CurrentTenant tenant)
{
    /// <summary>Short: with the longest name of a portal and an IPv6 network a key is nearly full.</summary>
    internal const string Kind = "reset/";
    internal const string KnownKind = "known/";

    private const int RequestsPerHour = 10;
    private const int OfKnownPerHour = 100;

    private static readonly TimeSpan AnHour = TimeSpan.FromHours(1);

    /// <param name="form">What was typed.</param>
    public async Task<bool> AllowsAsync(HttpContext context, RecoveryForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return !form.Registers && await IsKnownAsync(context, form)
            ? await throttle.CountAsync(KnownKind + tenant.Value.Slug, OfKnownPerHour, AnHour)
            : await throttle.CountAsync(Kind + tenant.Value.Slug, RequestsPerHour, AnHour);
    }

    private Task<bool> IsKnownAsync(HttpContext context, RecoveryForm form)
    {
        var door = form.Door is { } key ? tenant.Value.Door(key) : tenant.Value.Profile.Doors[0];
        return browsers.IsKnownAsync(new SignInRequest(door, form.LoginId, form.Email, "", device.KnownAccounts(context)));
    }
}
