using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.Delegation;
using Portal.Rules.OptionServices;
using Portal.Rules.Provisioning;
using Portal.Rules.Telephony;
using Portal.TestKit.Accounts;
using Portal.TestKit.Telephony;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Data.Entities;

namespace Portal.Web.Tests.Features.Admin;

/// <summary>What the staff sees of linked administrators, and of settings on their way into the network.</summary>
public sealed class SeeingLinksAndOptions : StaffTest
{
    private const string Office = "officephone";
    private const string Number = "0666660001";

    [Fact]
    public async Task OPT_3_WhereASettingStandsIsOnThePagesOfThePersonAndOfTheContract()
    {
        var ids = await new HomeLine("4000000078", AuthenticationUnit.Number, Number).AddToAsync(App);
        await App.InTenantAsync("homephone", async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            db.OptionSettings.Add(new OptionSetting
            {
                NumberId = await db.LineNumbers.Where(row => row.UserId == ids[Number]).Select(row => row.Id).SingleAsync(),
                Service = OptionService.Voicemail,
                Settings = "{}",
                IsInUse = true,
                State = ProvisioningState.Retrying,
                NextTryAt = App.Time.GetUtcNow().AddMinutes(5),
            });
        });
        var agent = await SignedInAsync("phone@portal.test", AccountRole.Agent, "homephone");

        var person = (await agent.GetAsync(PathOf("homephone", ids[Number]))).ShouldBeOk();
        var contract = (await person.ClickAsync("main a[href*='/contracts/homephone/']")).ShouldBeOk();

        foreach (var page in new[] { person, contract })
        {
            page.Texts("section[aria-labelledby=provisioning] tbody th").ShouldBe(["06-6666-0001"]);
            page.ShouldShow("留守番電話").ShouldShow("反映できていません").ShouldShow("次の再試行");
        }
    }

    [Fact]
    public async Task LINK_5_BothEndsOfALinkLeadToEachOther()
    {
        var manager = await new Account(Office, "linker@example.jp")
        {
            Door = "email",
            Role = AccountRole.LinkedManager,
            Contract = null,
            Email = "linker@example.jp",
        }.AddToAsync(App);
        var administrator = await new Account(Office, "A0500091") { IsManager = true }.AddToAsync(App);
        await App.InTenantAsync(Office, services =>
        {
            services.GetRequiredService<PortalDbContext>().AdministratorLinks.Add(new AdministratorLink
            {
                Id = Guid.CreateVersion7(),
                ManagerId = manager,
                AdministratorId = administrator,
                LinkedAt = App.Time.GetUtcNow(),
                ConfirmedAt = App.Time.GetUtcNow(),
            });
            return Task.CompletedTask;
        });
        var agent = await SignedInAsync("office@portal.test", AccountRole.Agent, Office);

        var page = (await agent.GetAsync(PathOf(Office, manager))).ShouldBeOk().ShouldShow("連携した管理者ID").ShouldShow("A0500091");
        var other = (await page.ClickAsync($"main a[href$='/users/{Office}/{administrator}']")).ShouldBeOk();

        other.ShouldShow("この管理者IDを連携している人").ShouldShow("linker@example.jp");
    }
}
