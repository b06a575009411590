using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Portal.Web.Http.Guards;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin;

/// <summary>
/// Something in the tenant that the address names. What is out of reach is answered like what does not exist, and who
/// asked for a tenant out of reach is recorded (AZ-01). What an act changes it locks itself, inside that tenant.
/// </summary>
public abstract class StaffGuard(StaffReach reach) : Guard
{
    protected sealed override async Task<IActionResult?> RefuseAsync(ActionExecutingContext context)
    {
        if (await reach.FindAsync(Named(context, "site")) is not { } tenant || await FindAsync(tenant, context) is not { } found)
        {
            return new NotFoundResult();
        }

        Hand(context, found);
        return null;
    }

    /// <returns>What the action begins with; null where there is none.</returns>
    protected abstract Task<object?> FindAsync(PortalTenant tenant, ActionExecutingContext context);
}
