using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.Delegation;
using Portal.TestKit.Accounts;
using Portal.TestKit.Mail;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Domain.Accounts.Registration;

namespace Portal.Web.Tests.Features.LinkedAdministrators;

public sealed class MasterIdTests : LinkedTest
{
    [Theory]
    [InlineData("M0500001")]
    [InlineData("m0500001")]
    [InlineData(" Ｍ０５００００１ ")]
    public async Task LINK_3_AMasterId_SignsInAtTheSameDoorWithTheSamePassword(string typed)
    {
        (await GiveAsync(Manager, "M0500001")).ShouldBe(MasterIdOutcome.Given);

        (await App.CreateBrowser().SignInAsync(Tenant, typed, door: "email")).ShouldBeOk().ShouldShow("最初の管理者IDを連携してください");
        (await App.CreateBrowser().SignInAsync(Tenant, ManagerId, door: "email")).ShouldBeOk();
    }

    [Fact]
    public async Task LINK_3_BothIds_HaveOneCount()
    {
        await GiveAsync(Manager, "M0500001");
        for (var i = 0; i < 5; i++)
        {
            (await App.CreateBrowser().TrySignInAsync(Tenant, i % 2 == 0 ? ManagerId : "M0500001", "Wrong1357-Tiger", door: "email"))
                .ShouldBeRefused();
        }

        (await App.World.Locks.IsLockedAsync(Manager)).ShouldBeTrue();
        (await App.CreateBrowser().TrySignInAsync(Tenant, "M0500001", door: "email")).ShouldBeRefused();
    }

    [Fact]
    public async Task LINK_3_AMasterIdIsNoIdElsewhere()
    {
        await GiveAsync(Manager, "M0500001");

        (await App.CreateBrowser().TrySignInAsync(Tenant, "M0500001")).ShouldBeRefused();
        (await App.CreateBrowser().TrySignInAsync(Tenant, "M0500001", door: "user")).ShouldBeRefused();
    }

    [Fact]
    public async Task LINK_3_GivingIt_IsNoChangeOfTheLoginId_AndMailsNobody()
    {
        await GiveAsync(Manager, "M0500001");
        await GiveAsync(Manager, "M0500002");

        (await EventsAsync("login-id-changed")).ShouldBe(0);
        (await App.World.Audit.CountAsync("master-id-given", Manager)).ShouldBe(2);
        (await App.World.Audit.ReadAsync("master-id-given", happened => happened.Details))
            .ShouldBe("""{"from":"m0500001","to":"m0500002"}""");
        (await App.MailsAsync(ManagerId)).ShouldBeEmpty();
    }

    [Fact]
    public async Task LINK_3_AZ_10_WhoseRoleChangedMeanwhile_IsGivenNone()
    {
        var outcome = await App.InTenantAsync(Tenant, async services =>
        {
            var user = await services.GetRequiredService<PortalDbContext>().Users.SingleAsync(row => row.Id == Manager);
            await App.World.Accounts.SetRoleAsync(Manager, AccountRole.Manager);
            return await services.GetRequiredService<MasterIds>().GiveAsync(user, "M0500001");
        });

        outcome.ShouldBe(MasterIdOutcome.NotPossible);
    }

    [Fact]
    public async Task LINK_3_OneMasterId_OneManager()
    {
        await GiveAsync(Manager, "M0500001");
        var other = await AddManagerAsync("other@example.com");

        (await GiveAsync(other, "m0500001")).ShouldBe(MasterIdOutcome.Taken);
        (await GiveAsync(other, "a@b.example")).ShouldBe(MasterIdOutcome.NotPossible);
        (await GiveAsync(First, "M0500002")).ShouldBe(MasterIdOutcome.NotPossible);
    }

    private Task<MasterIdOutcome> GiveAsync(Guid user, string masterId) => App.InTenantAsync(Tenant, async services =>
        await services.GetRequiredService<MasterIds>()
            .GiveAsync(await services.GetRequiredService<PortalDbContext>().Users.SingleAsync(row => row.Id == user), masterId));
}
