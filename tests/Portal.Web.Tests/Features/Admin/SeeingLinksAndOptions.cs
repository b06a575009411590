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
    public async Task OPT_3_OfManyNumbersAndSettings_ThePageSaysHowManyThereAre()
    {
        await new HomeLine("4000000079", AuthenticationUnit.Line, [.. Enumerable.Range(0, 101).Select(i => $"0666661{i:000}")])
            .AddToAsync(App);
        var contract = await App.World.Contracts.ReadAsync(row => row.Number == "4000000079", row => row.Id);
        await App.InTenantAsync("homephone", async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            var numbers = await db.LineNumbers.Where(row => row.ContractId == contract).Select(row => row.Id).ToListAsync();
            db.OptionSettings.AddRange(from id in numbers
                                       from service in new[] { OptionService.Voicemail, OptionService.Forwarding }
                                       select new OptionSetting { NumberId = id, Service = service, Settings = "{}" });
        });
        var agent = await SignedInAsync("phone@portal.test", AccountRole.Agent, "homephone");

        var page = (await agent.GetAsync($"/admin/contracts/homephone/{contract}")).ShouldBeOk();

        page.Texts("section[aria-labelledby=telephony] caption").ShouldBe(["電話番号（101件中1〜100件目）"]);
        page.Texts("section[aria-labelledby=provisioning] caption").ShouldBe(["オプションサービス（202件中1〜200件目）"]);
    }

    [Fact]
    public async Task LINK_5_OfManyLinks_ThePageSaysHowManyMoreThereAre()
    {
        var administrator = await new Account(Office, "A0500091") { IsManager = true }.AddToAsync(App);
        for (var i = 0; i < 103; i++)
        {
            var linker = new Account(Office, $"linker{i}@example.jp")
            {
                Door = "email",
                Role = AccountRole.LinkedManager,
                Contract = null,
                Password = null,
            };
            await LinkAsync(await linker.AddToAsync(App), administrator);
        }

        var agent = await SignedInAsync("office@portal.test", AccountRole.Agent, Office);

        (await agent.GetAsync(PathOf(Office, administrator))).ShouldBeOk().ShouldShow("ほかに3件あります");
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
        await LinkAsync(manager, administrator);
        var agent = await SignedInAsync("office@portal.test", AccountRole.Agent, Office);

        var page = (await agent.GetAsync(PathOf(Office, manager))).ShouldBeOk().ShouldShow("連携した管理者ID").ShouldShow("A0500091");
        var other = (await page.ClickAsync($"main a[href$='/users/{Office}/{administrator}']")).ShouldBeOk();

        other.ShouldShow("この管理者IDを連携している人").ShouldShow("linker@example.jp");
    }
    private Task LinkAsync(Guid manager, Guid administrator) => App.InTenantAsync(Office, services =>
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
}
