using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.Delegation;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Domain.Accounts.Access;
using Portal.Web.Domain.Accounts.Locks;

namespace Portal.Web.Tests.Features.Memberships;

/// <summary>Managers look after people who are something in another contract, too (CONT-2, AZ-06, AZ-08).</summary>
public sealed class LookingAfterMembers : MembershipTest
{
    [Fact]
    public async Task AZ_06_NobodyGetsHoldOfWhoMayMoreInAnotherContract()
    {
        var actor = await IdOfAsync(OtherManagerId);
        await App.World.Memberships.AddAsync(Stranger, First, AccountRole.Manager);
        await App.World.Memberships.AddAsync(actor, First, AccountRole.Manager);
        var manager = await SignedInAsync(OtherManagerId);
        var form = (await manager.GetAsync(Page(Stranger, "recovery"))).ShouldBeOk().Form(Form).Fill("Email", "mine@example.net");
        await PermitAsync(actor, "See,Edit");
        await App.World.Memberships.ChangeAsync(actor, row => row.Permissions, "See,Edit");

        (await form.SubmitAsync("確認へ進む")).ShouldBeForbidden();
        foreach (var act in new[] { "recovery", "login-id", "disable", "enable", "end-sessions" })
        {
            (await manager.GetAsync(Page(Stranger, act))).ShouldBeForbidden();
        }

        (await manager.GetAsync(Page(Stranger))).ShouldBeOk().Has($"a[href*='{Stranger}/recovery']").ShouldBeFalse();
        (await manager.GetAsync(Page(Stranger, "edit"))).ShouldBeOk();
        (await manager.GetAsync(Page(Stranger, "permissions"))).ShouldBeOk();
        (await UserAsync(user => user.Email, Stranger)).ShouldBe("stranger@example.net");

        await App.World.Memberships.ChangeAsync(Stranger, row => row.Permissions, "See");
        (await manager.GetAsync(Page(Stranger, "recovery"))).ShouldBeOk();
        (await manager.GetAsync(Page(Stranger))).Has($"a[href*='{Stranger}/recovery']").ShouldBeTrue();
    }

    [Fact]
    public async Task AZ_06_WhoManagesTheHomeAlone_DoesNotBecomeAManagerOfAnotherContract_ThroughItsPeople()
    {
        await App.World.Memberships.AddAsync(Stranger, First, AccountRole.Manager);
        var manager = await SignedInAsync(OtherManagerId);

        foreach (var act in new[] { "recovery", "login-id" })
        {
            (await manager.GetAsync(Page(Stranger, act))).ShouldBeForbidden();
        }

        // To shut out one of its own people gives it nothing.
        (await manager.GetAsync(Page(Stranger, "disable"))).ShouldBeOk();
        (await manager.GetAsync(Page(Stranger, "end-sessions"))).ShouldBeOk();
        await App.World.Memberships.AddAsync(await IdOfAsync(OtherManagerId), First, AccountRole.Member);
        (await manager.GetAsync(Page(Stranger, "recovery"))).ShouldBeForbidden();
        await App.World.Memberships.ChangeAsync(await IdOfAsync(OtherManagerId), row => row.Role, AccountRole.Manager);
        (await manager.GetAsync(Page(Stranger, "recovery"))).ShouldBeOk();
    }

    [Fact]
    public async Task SAFE_4_AZ_08_WhoIsAnotherContractsLastManager_IsNotOfferedToBeSwitchedOff()
    {
        await App.World.Memberships.AddAsync(Stranger, First, AccountRole.Manager);
        var manager = await SignedInAsync(OtherManagerId);
        var disable = $"a[href*='{Stranger}/disable']";
        (await manager.GetAsync(Page(Stranger))).ShouldBeOk().Has(disable).ShouldBeTrue();
        await App.World.Accounts.DisableAsync(Manager);
        await App.World.Accounts.DisableAsync(Second);

        var page = (await manager.GetAsync(Page(Stranger))).ShouldBeOk();

        page.Has(disable).ShouldBeFalse();
        page.Has($"a[href*='{Stranger}/permissions']").ShouldBeTrue();
        (await manager.GetAsync(Page(Stranger, "disable"))).ShouldBeRefused();
    }

    [Fact]
    public async Task AZ_07_AManagerByMembership_WhoIsNoneAnyMore_IsToldSo()
    {
        await App.World.Memberships.AddAsync(Member, Other, AccountRole.Manager);
        var member = await SignedInAsync(MemberId);
        await SwitchAsync(member, Other);
        var form = (await member.GetAsync(Page(Stranger, "disable"))).ShouldBeOk().Form();
        var manager = await SignedInAsync(OtherManagerId);
        (await Rights(await manager.GetAsync($"{Members}/{Member}")).Uncheck("Administrator").SubmitAsync("保存")).ShouldRedirectTo(Members);

        (await form.SubmitAsync()).ShouldBeForbidden();

        (await App.World.Accounts.IsDisabledAsync(Stranger)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("a manager")]
    [InlineData("the staff")]
    public async Task AZ_08_WhoSwitchesOffAManagerOfAnotherContract_WaitsForWhatHappensThere(string who)
    {
        await App.World.Memberships.AddAsync(Stranger, First, AccountRole.Manager);
        await App.World.Accounts.DisableAsync(Second);
        var form = (await (await SignedInAsync(OtherManagerId)).GetAsync(Page(Stranger, "disable"))).ShouldBeOk().Form();
        Task? waiting = null;

        await App.InTenantAsync(Tenant, async services =>
        {
            (await SwitchOffAsync(services, Manager)).ShouldBe(SwitchOutcome.Switched);
            waiting = Task.Run<object>(async () => who == "a manager"
                ? await form.SubmitAsync()
                : await App.InTenantAsync(Tenant, staff => SwitchOffAsync(staff, Stranger)));
            await UntilItWaitsAsync(waiting);
        });
        await waiting!;

        (await App.World.Accounts.IsDisabledAsync(Manager)).ShouldBeTrue();
        (await App.World.Accounts.IsDisabledAsync(Stranger)).ShouldBeFalse();
    }

    /// <summary>Two go at the same moment, and one of them was let into the other's contract a moment before.</summary>
    [Theory]
    [InlineData("a manager")]
    [InlineData("the staff")]
    public async Task AZ_08_WhoIsLetInWhileItsContractsAreBeingLocked_DoesNotGoUnseen(string who)
    {
        var form = (await (await SignedInAsync(ManagerId)).GetAsync(Page(Member, "disable"))).ShouldBeOk().Form();
        var home = await App.World.Contracts.ReadAsync(row => row.Number == First, row => row.Id);
        var last = await IdOfAsync(OtherManagerId);
        Task<bool>? going = null;

        await App.InTenantAsync(Tenant, async other =>
        {
            await App.InTenantAsync(Tenant, async before =>
            {
                await before.GetRequiredService<AccountLocks>().ContractAsync(home);
                going = Task.Run(IsOvertakenAsync);
                await UntilItWaitsAsync(going);
                await App.World.Memberships.AddAsync(Member, Other, AccountRole.Manager);
                (await SwitchOffAsync(other, last)).ShouldBe(SwitchOutcome.Switched);
            });
            (await going!).ShouldBeTrue();
        });

        (await App.World.Accounts.IsDisabledAsync(last)).ShouldBeTrue();
        (await App.World.Accounts.IsDisabledAsync(Member)).ShouldBeFalse("somebody manages the other contract");
        (await App.InTenantAsync(Tenant, staff => SwitchOffAsync(staff, Member))).ShouldBe(SwitchOutcome.LastManager);

        async Task<bool> IsOvertakenAsync()
        {
            if (who == "a manager")
            {
                return (await form.SubmitAsync()).Status == HttpStatusCode.Conflict;
            }

            try
            {
                await App.InTenantAsync(Tenant, staff => SwitchOffAsync(staff, Member));
                return false;
            }
            catch (DbUpdateConcurrencyException)
            {
                return true;
            }
        }
    }

    [Fact]
    public async Task AZ_08_LOCK_2_TwoContractsWhosePeopleManageEachOther_NeverWaitForEachOther()
    {
        await App.World.Memberships.AddAsync(Stranger, First, AccountRole.Manager);
        await App.World.Memberships.AddAsync(Member, Other, AccountRole.Manager);
        var (manager, other) = (await SignedInAsync(ManagerId), await SignedInAsync(OtherManagerId));
        for (var run = 0; run < 10; run++)
        {
            PortalForm[] forms =
            [
                (await manager.GetAsync(Page(Member, "disable"))).ShouldBeOk().Form(),
                (await other.GetAsync(Page(Stranger, "disable"))).ShouldBeOk().Form(),
            ];

            var answers = await Task.WhenAll(forms.Select(form => Task.Run(() => form.SubmitAsync())));

            answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.SeeOther);
            foreach (var id in new[] { Member, Stranger })
            {
                (await App.World.Accounts.IsDisabledAsync(id)).ShouldBeTrue();
                await App.World.Accounts.ChangeAsync(id, user => user.DisabledAt, null);
            }
        }
    }

    private static async Task<SwitchOutcome> SwitchOffAsync(IServiceProvider services, Guid id)
    {
        var user = await services.GetRequiredService<PortalDbContext>().Users.SingleAsync(row => row.Id == id);
        return await services.GetRequiredService<SignInSwitch>().DisableAsync(user, "退職");
    }

    private async Task UntilItWaitsAsync(Task act)
    {
        while (!act.IsCompleted && await App.Database.ReadAsync<long>($"""
            SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'
            """) == 0)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        }
    }
}
