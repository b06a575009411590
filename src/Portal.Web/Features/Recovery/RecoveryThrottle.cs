using Portal.Web.Domain.Accounts.Throttling;

namespace Portal.Web.Features.Recovery;

/// <summary>
/// Ten requests an hour from one network address; the eleventh sees the same page and nothing happens.
/// </summary>
public sealed class RecoveryThrottle(AddressThrottle throttle)
{
    private const int RequestsPerHour = 10;

    public Task<bool> AllowsAsync() => throttle.CountAsync("recovery", RequestsPerHour, TimeSpan.FromHours(1));
}
