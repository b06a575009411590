using Microsoft.EntityFrameworkCore;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Access;
using Portal.Web.Domain.Accounts.Delegation;

namespace Portal.Web.Features.Admin.Users.Acts;

/// <summary>Switches an account of another tenant off and on.</summary>
public sealed class UserSwitch(PortalDbContext db, StaffReach reach, SignInSwitch signIn, LastManager lastManager)
{
    public Task<SwitchOutcome> DisableAsync(UserTarget target, string reason) =>
        InsideAsync(target, user => signIn.DisableAsync(user, reason));

    public Task<SwitchOutcome> EnableAsync(UserTarget target, string reason) =>
        InsideAsync(target, user => signIn.EnableAsync(user, reason));

    /// <summary>The numbers of the contracts that would have no manager left.</summary>
    public async Task<IReadOnlyList<string>> LastOfAsync(UserTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return (await reach.InsideAsync(target.Tenant, () => lastManager.OfAsync(target.User.Id))).All;
    }

    private Task<SwitchOutcome> InsideAsync(UserTarget target, Func<PortalUser, Task<SwitchOutcome>> work)
    {
        ArgumentNullException.ThrowIfNull(target);
        return reach.InsideAsync(target.Tenant, async () => await work(await db.Users.SingleAsync(user => user.Id == target.User.Id)));
    }
}
