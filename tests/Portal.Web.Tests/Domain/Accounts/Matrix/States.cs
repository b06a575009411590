using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.TemporaryPasswords;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Access;
using Portal.Web.Domain.Accounts.Passwords;
using Portal.Web.Tenancy;

namespace Portal.Web.Tests.Domain.Accounts.Matrix;

/// <summary>Brings a state about, as the application's own acts would.</summary>
internal static class States
{
    public static Task ApplyAsync(Person person, AccountState state) => state switch
    {
        AccountState.Active or AccountState.Unknown => Task.CompletedTask,
        AccountState.LockedForATime => LockAsync(person, person.App.Time.GetUtcNow().AddMinutes(20)),
        AccountState.LockedUntilReleased => LockAsync(person, null),
        AccountState.Disabled => OnUserAsync(person, (services, user) => services.GetRequiredService<SignInSwitch>().DisableAsync(user)),
        AccountState.PasswordExpired =>
            OnUserAsync(person, (_, user) => Task.FromResult(user.PasswordChangedAt = person.App.Time.GetUtcNow().AddDays(-61))),
        AccountState.TemporaryPasswordLives => IssueAsync(person),
        AccountState.TemporaryPasswordExpired => ExpireAsync(person),
        AccountState.TenantSuspended => SuspendTenantAsync(person.App, person.Tenant, TenantStatus.Suspended),
        AccountState.ContractSuspended =>
            OnUserAsync(person, (_, user) => Task.FromResult(user.Contract!.Status = ContractStatus.Suspended)),
        AccountState.ParentDisabled => DisableParentAsync(person),
        AccountState.Deleted =>
            person.App.QueryAsync(person.Tenant, db => db.Users.Where(user => user.Id == person.UserId).ExecuteDeleteAsync()),
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    public static Task SuspendTenantAsync(PortalApp app, string slug, TenantStatus status) => app.WithServicesAsync(async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        (await db.Tenants.SingleAsync(tenant => tenant.Slug == slug)).Status = status;
        await db.SaveChangesAsync();
        services.GetRequiredService<TenantCatalog>().Invalidate();
    });

    private static Task LockAsync(Person person, DateTimeOffset? until) => person.App.QueryAsync(person.Tenant, async db =>
    {
        var row = await db.SignInStates.SingleAsync(state => state.UserId == person.UserId);
        var now = person.App.Time.GetUtcNow();
        (row.StrangerLockedAt, row.StrangerLockedUntil, row.KnownLockedAt, row.KnownLockedUntil) = (now, until, now, until);
        return true;
    });

    private static async Task IssueAsync(Person person) =>
        person.Hand["temporary"] =
            await person.App.IssueTemporaryPasswordAsync(person.Tenant, person.UserId, TemporaryPasswordOrigin.Manager);

    private static async Task ExpireAsync(Person person)
    {
        await IssueAsync(person);
        await person.App.QueryAsync(person.Tenant, db => db.TemporaryPasswords.Where(row => row.UserId == person.UserId)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.ExpiresAt, person.App.Time.GetUtcNow().AddMinutes(-1))));
    }

    private static async Task DisableParentAsync(Person person)
    {
        await new Account(person.Tenant, "parent-" + person.Account.LoginId)
        {
            IsManager = true,
            Contract = person.Account.Contract,
            Door = person.Account.Door,
            With = user => user.DisabledAt = person.App.Time.GetUtcNow()
        }.AddToAsync(person.App);
    }

    private static Task OnUserAsync<T>(Person person, Func<IServiceProvider, PortalUser, Task<T>> act) =>
        person.App.InTenantAsync(person.Tenant, async services =>
        await act(services,
            await services.GetRequiredService<PortalDbContext>().Users.Include(user => user.Contract)
            .SingleAsync(user => user.Id == person.UserId)));
}
