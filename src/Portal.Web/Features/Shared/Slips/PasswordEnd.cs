using Portal.Web.Data.Entities;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Shared.Slips;

/// <summary>Until when a temporary password is of use: it ends with the ID, where that ends first (OPER-7).</summary>
/// <param name="LastDay">Of the ID; null where it outlives the password.</param>
public sealed record PasswordEnd(DateTimeOffset At, DateOnly? LastDay)
{
    public static PasswordEnd Of(PortalTenant tenant, PortalUser? user, DateTimeOffset expiresAt)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        return user?.ValidUntil is { } last && last < tenant.Zone.DayOf(expiresAt)
            ? new PasswordEnd(tenant.Zone.StartOf(last.AddDays(1)), last)
            : new PasswordEnd(expiresAt, null);
    }
}
