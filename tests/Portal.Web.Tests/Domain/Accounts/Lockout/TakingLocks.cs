using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Factors;
using Portal.Web.Domain.Accounts.Lockout;
using Portal.Web.Domain.Accounts.Locks;
using Portal.Web.Domain.Accounts.Registration;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Tenancy;
using Portal.Web.Tests.Features.SignIn;

namespace Portal.Web.Tests.Domain.Accounts.Lockout;

/// <summary>Row locks around an account: one order, so that nobody waits for somebody who waits for it.</summary>
public sealed class TakingLocks : SignInTest
{
    private const string Boss = "N0009000";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await new Account(Tenant, Boss) { IsManager = true }.AddToAsync(App);
    }

    [Fact]
    public async Task LOCK_4_MFA_7_AResetOfFactorsAndAReleaseAtOnceNeverWaitForEachOther()
    {
        var boss = App.CreateBrowser();
        await boss.SignInAsync(Tenant, Boss);
        for (var run = 0; run < 25; run++)
        {
            await App.World.Locks.LockAsync(UserId);
            await App.World.Accounts.ChangeAsync(UserId, user => user.WantsSecondFactor, true);
            var confirm = (await boss.GetAsync($"/t/control/operators/{UserId}/lockout-release")).ShouldBeOk().Form();

            var release = confirm.SubmitAsync("ロックを解除");
            var reset = App.InTenantAsync(Tenant, services =>
                services.GetRequiredService<FactorReset>().RemoveAllAsync(UserId, "lost", SessionEnds.EndedByStaff));

            (await release).ShouldRedirectTo("/t/control/operators/lockout-release/done");
            (await reset).ShouldNotBeNull();
        }

        (await EventsAsync("released")).ShouldBe(25);
        (await EventsAsync("factor-removed")).ShouldBe(25);
    }

    [Fact]
    public async Task LOCK_2_USER_3_ARemovalAndASignInAtOnceNeverWaitForEachOther()
    {
        for (var run = 0; run < 10; run++)
        {
            var (name, id) = ($"N00091{run:00}", await new Account(Tenant, $"N00091{run:00}").AddToAsync(App));

            var signIn = App.CreateBrowser().TrySignInAsync(Tenant, name);
            var removal = App.InTenantAsync(Tenant, async services =>
                await services.GetRequiredService<RemovalService>().RemoveAsync(await UserAsync(services, id)));

            (await removal).ShouldBe(Portal.Web.Domain.Accounts.Registration.RemovalOutcome.Removed);
            (await signIn).Status.ShouldBeOneOf(HttpStatusCode.SeeOther, HttpStatusCode.UnprocessableEntity);
        }

        (await App.World.Accounts.CountNamedAsync("N00091")).ShouldBe(0);
    }

    [Fact]
    public async Task LOCK_4_WhatWasReadBeforeTheLockIsReadAgain_OneOfTwoWhoReleaseAtOnceHasReleased()
    {
        await FailAsync(5);
        await App.InTenantAsync(Tenant, async services =>
        {
            var user = await services.GetRequiredService<PortalDbContext>().Users.Include(row => row.SignIn)
                .SingleAsync(row => row.Id == UserId);
            await App.InTenantAsync(Tenant, async faster =>
                (await faster.GetRequiredService<LockoutService>().ReleaseAsync(await UserAsync(faster, UserId)))
                    .ShouldBe(ReleaseOutcome.Released));

            (await services.GetRequiredService<LockoutService>().ReleaseAsync(user)).ShouldBe(ReleaseOutcome.NotLocked);
        });

        (await EventsAsync("released")).ShouldBe(1);
    }

    [Fact]
    public async Task LOCK_2_ALockOutOfOrderIsAnErrorAtOnce_OneThatIsHeldAlreadyIsNone()
    {
        await App.InTenantAsync(Tenant, async services =>
        {
            var locks = services.GetRequiredService<AccountLocks>();
            var user = await UserAsync(services, UserId);
            await locks.SignInAsync(UserId);
            (await Should.ThrowAsync<InvalidOperationException>(() => locks.AccountAsync(user)))
                .Message.ShouldStartWith("Contract is locked after SignIn");
        });

        await App.InTenantAsync(Tenant, async services =>
        {
            var locks = services.GetRequiredService<AccountLocks>();
            var user = await UserAsync(services, UserId);
            (await locks.AllAsync(user)).ShouldNotBeNull();
            await locks.ContractAsync(user.ContractId!.Value);
            await locks.SignInAsync(UserId);
            await Should.ThrowAsync<InvalidOperationException>(() => locks.SignInAsync(Guid.CreateVersion7()));
        });
    }

    [Fact]
    public async Task LOCK_2_WhatOneTransactionHeldDoesNotBindTheNext()
    {
        await App.WithServicesAsync(async services =>
        {
            var tenant = await services.GetRequiredService<TenantCatalog>().FindBySlugAsync(Tenant);
            services.GetRequiredService<TenantEntry>().Enter(tenant!);
            var (work, locks) = (services.GetRequiredService<UnitOfWork>(), services.GetRequiredService<AccountLocks>());
            await work.RunAsync(() => locks.SignInAsync(UserId));
            await work.RunAsync(async () => await locks.AccountAsync(await UserAsync(services, UserId)));
            await Should.ThrowAsync<InvalidOperationException>(() => locks.SignInAsync(UserId));
        });
    }

    private static Task<PortalUser> UserAsync(IServiceProvider services, Guid id) =>
        services.GetRequiredService<PortalDbContext>().Users.SingleAsync(row => row.Id == id);
}
