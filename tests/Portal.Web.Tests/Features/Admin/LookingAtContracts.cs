using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Rules.Delegation;
using Portal.Rules.Telephony;
using Portal.TestKit.Accounts;
using Portal.TestKit.Telephony;
using Portal.TestKit.Web;
using Portal.Web.Tests.Features.OptionServices;

namespace Portal.Web.Tests.Features.Admin;

/// <summary>What the staff sees of a contract: holder, IDs, numbers, the sign-in unit and calls.</summary>
public sealed class LookingAtContracts : StaffTest
{
    private const string Customer = "4000000077";
    private const string Main = "0666660001";
    private const string Second = "0666660002";
    private const string Secret = "secret-of-these-tests";

    protected override IReadOnlyDictionary<string, string?> Settings { get; } =
        new Dictionary<string, string?> { ["Portal:Telephony:Secrets:homephone"] = Secret };

    [Fact]
    public async Task ADMIN_2_LINE_1_AnAccountLeadsToItsContractWithNumbersAndUnit()
    {
        var ids = await new HomeLine(Customer, AuthenticationUnit.Number, Main, Second).AddToAsync(App);
        var agent = await PhoneAgentAsync();

        var person = (await agent.GetAsync(PathOf("homephone", ids[Main]))).ShouldBeOk().ShouldShow("主番号").ShouldShow("06-6666-0001");
        var page = (await person.ClickAsync("main a[href*='/contracts/homephone/']")).ShouldBeOk();

        page.ShouldShow(Customer).ShouldShow("認証単位");
        page.Texts("#telephony ~ * tbody th, section[aria-labelledby=telephony] tbody th").ShouldBe(["06-6666-0001", "06-6666-0002"]);
        page.Texts("section[aria-labelledby=ids] tbody th").ShouldBe([Main, Second]);
        page.Has($"a[href$='/users/homephone/{ids[Second]}']").ShouldBeTrue();
        (await EventsAsync("contract-viewed")).ShouldHaveSingleItem().Event.SubjectName.ShouldBe(Customer);
    }

    [Fact]
    public async Task ADMIN_2_LINE_4_WhereThereAreNoUnits_NoneIsSaidToBeMissing()
    {
        var user = await new Account("officephone", "05099990001") { Contract = "05099990000", Door = "user" }.AddToAsync(App);
        await OfficeNumber.AddAsync(App, "05099990000", "05099990001", "受付", user);
        var agent = await SignedInAsync("office@portal.test", AccountRole.Agent, "officephone");

        var person = (await agent.GetAsync(PathOf("officephone", user))).ShouldBeOk().ShouldShow("050-9999-0001").ShouldNotShow("認証単位");
        (await person.ClickAsync("main a[href*='/contracts/officephone/']")).ShouldBeOk().ShouldNotShow("認証単位");
    }

    [Fact]
    public async Task CALL_5_CallsStandOnTheContractsPage_WithoutWhatWasKeyedIn()
    {
        var ids = await new HomeLine(Customer, AuthenticationUnit.Line, Main).AddToAsync(App);
        var provider = new VoiceProvider(new Uri(PortalApp.BaseAddress, "/telephony/homephone/voice"), Secret, [App.CreateClient()]);
        await (await provider.DialAsync(Main)).PressAllAsync("1", "20481593", "20481593");
        var agent = await PhoneAgentAsync();

        var page = await (await agent.GetAsync(PathOf("homephone", ids[Main]))).ClickAsync("main a[href*='/contracts/homephone/']");

        page.ShouldBeOk().Texts("section[aria-labelledby=telephony] .p-audit__what").ShouldHaveSingleItem().ShouldContain("電話");
        page.Text.ShouldNotContain("20481593");
    }

    [Fact]
    public async Task AZ_01_AContractOutOfReach_OrOfNoTenant_IsNotThere()
    {
        var ids = await new HomeLine(Customer, AuthenticationUnit.Line, Main).AddToAsync(App);
        var contract = await App.QueryAsync("homephone",
            db => db.Users.Where(row => row.Id == ids[Main]).Select(row => row.ContractId).SingleAsync());
        var agent = await AgentAsync();

        (await agent.GetAsync($"/admin/contracts/homephone/{contract}")).ShouldBe(HttpStatusCode.NotFound);
        (await agent.GetAsync($"/admin/contracts/control/{contract}")).ShouldBe(HttpStatusCode.NotFound);
        (await agent.GetAsync($"/admin/contracts/nowhere/{Guid.NewGuid()}")).ShouldBe(HttpStatusCode.NotFound);
        (await EventsAsync("contract-viewed")).ShouldBeEmpty();
        (await EventsAsync("foreign-id-requested")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task ADMIN_2_WithoutASessionItIsAskedFor() =>
        (await App.CreateBrowser().GetAsync($"/admin/contracts/homephone/{Guid.NewGuid()}")).ShouldBe(HttpStatusCode.Found);

    [Fact]
    public async Task ADMIN_2_OfManyIdsTheFirstAreShown_AndASearchLeadsToAll()
    {
        for (var i = 1; i <= 21; i++)
        {
            await new Account(Control, $"N00080{i:00}") { Contract = "C-800001" }.AddToAsync(App);
        }

        var contract = await App.QueryAsync(Control,
            db => db.Contracts.Where(row => row.Number == "C-800001").Select(row => row.Id).SingleAsync());
        var agent = await AgentAsync();

        var page = (await agent.GetAsync($"/admin/contracts/control/{contract}")).ShouldBeOk();

        page.Texts("tbody th").Count.ShouldBe(20);
        (await page.ClickAsync("main a[href*='q=C-800001']")).ShouldBeOk().Texts("tbody th").Count.ShouldBeGreaterThan(19);
    }

    private Task<PortalBrowser> PhoneAgentAsync() => SignedInAsync("phone@portal.test", AccountRole.Agent, "homephone");
}
