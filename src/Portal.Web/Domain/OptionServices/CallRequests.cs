using Microsoft.EntityFrameworkCore;
using Portal.Rules.OptionServices;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Locks;
using Portal.Web.Outbox.Webhooks;

namespace Portal.Web.Domain.OptionServices;

/// <summary>
/// Begins a call to a favourite: the network is asked to ring the own telephone first (OPT-1). Such a message loses its
/// use within a minute, so that it waits for no setting before it and is not sent late.
/// </summary>
public sealed class CallRequests(PortalDbContext db, OptionReading reading, AccountLocks locks, WebhookQueue webhooks, AuditLog audit,
    TimeProvider clock)
{
    private static readonly TimeSpan Use = TimeSpan.FromMinutes(1);

    /// <param name="digits">The own number, national.</param>
    /// <param name="target">A favourite's, canonical.</param>
    public async Task<CallOutcome> RequestAsync(PortalUser user, string digits, string? target)
    {
        ArgumentNullException.ThrowIfNull(user);
        if (user.ContractId is { } contract)
        {
            await locks.ContractAsync(contract);
        }

        if (await reading.FindAsync(user, digits) is not { Number: var number } found)
        {
            return CallOutcome.NotFound;
        }

        var settings = (DialSettings)found.Settings(OptionService.ClickToDial);
        if (!settings.On || settings.Favourites.FirstOrDefault(favourite => favourite.Number == target) is not { } favourite)
        {
            return settings.On ? CallOutcome.NotFound : CallOutcome.Off;
        }

        var now = clock.GetUtcNow();
        if (await CallsAsync(number.Number, now - Use) >= DialSettings.MostCallsAMinute)
        {
            audit.Record(OptionEvents.CallLimited, OptionSubject.Of(number, user));
            return CallOutcome.TooMany;
        }

        var request = new CallRequested(number.Number, favourite.Number, now + Use);
        if (!await webhooks.EnqueueAsync(request, number.Number, $"call/{Guid.CreateVersion7():N}", request.Until))
        {
            return CallOutcome.NotConnected;
        }

        audit.Record(OptionEvents.CallRequested, OptionSubject.Of(number, user),
            details: new { calling = Telephony.E164.Shown(number.Number), called = Telephony.E164.Shown(favourite.Number) });
        return CallOutcome.Requested;
    }

    private Task<int> CallsAsync(string number, DateTimeOffset since) => db.Outbox.CountAsync(row =>
        row.Kind == ProvisioningKinds.CallRequested && row.Recipient == number && row.CreatedAt > since);
}
