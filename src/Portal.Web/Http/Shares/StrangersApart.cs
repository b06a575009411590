using System.Net;
using Portal.Rules.Throttling;
using Portal.Web.Audit;
using Portal.Web.Http.Cookies;
using Portal.Web.Tenancy;

namespace Portal.Web.Http.Shares;

/// <summary>
/// Tells the visitors that the tenant knows from the others, by cookies that only it can make and before anything is
/// read from the database: strangers have their own part of its connections (CG-11, RX-06).
/// </summary>
internal sealed class StrangersApart(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context, CurrentTenant tenant, TenantEntry entry, AuditActor actor, SessionCookies sessions,
        DeviceCookie device)
    {
        if (tenant.IsSet && sessions.Read(context) is null && device.KnownAccounts(context).IsEmpty)
        {
            // Of IPv6 one visitor has a whole network of addresses.
            entry.AsStranger(IPAddress.TryParse(actor.Address, out var address) ? AddressThrottleRules.Key(address) : "");
        }

        return next(context);
    }
}
