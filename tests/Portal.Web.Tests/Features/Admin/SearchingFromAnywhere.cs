using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.Cases;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Domain.Cases;

namespace Portal.Web.Tests.Features.Admin;

/// <summary>One search in the frame of the staff's pages (ADMIN-2).</summary>
public sealed class SearchingFromAnywhere : StaffTest
{
    private Guid person;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        person = await new Account(Security, "hanako@example.jp.cs")
        {
            Contract = "N399999999",
            Email = "hanako@security.example.jp",
            FamilyName = "山田",
            GivenName = "花子",
        }.AddToAsync(App);
        await new Account(Rental, "R1") { FamilyName = "山田", Contract = "N399999998" }.AddToAsync(App);
        await App.InTenantAsync(Security, async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            await services.GetRequiredService<CaseOpening>().OpenAsync(await db.Users.SingleAsync(user => user.Id == person),
                new NewCase(CaseKind.Fault, "山田さんの回線", "内容"));
        });
    }

    [Theory]
    [InlineData("hanako@example.jp.cs", "利用者,契約,ケース")]
    [InlineData("山田", "利用者,契約,ケース")]
    [InlineData("hanako@security.example.jp", "利用者,契約,ケース")]
    [InlineData("N399999999", "利用者,契約,ケース")]
    [InlineData("CS0000001", "ケース")]
    public async Task ADMIN_2_PeopleContractsAndCasesAreFound_WithinReachOnly(string typed, string groups)
    {
        var page = await SearchAsync(await AgentAsync(), typed);

        page.ShouldBeOk().Texts("main h2").ShouldBe(groups.Split(','));
        page.Text.ShouldNotContain("R1 ");
        page.Body.ShouldNotContain("/users/rental/");
    }

    [Fact]
    public async Task ADMIN_2_TheFieldStandsInTheFrame_WithItsKeys_AndWorksWithoutScript()
    {
        var agent = await AgentAsync();
        var home = await agent.GetAsync("/admin/lockouts");
        var field = home.Find("header input[type=search]");

        (field.GetAttribute("data-key"), field.GetAttribute("aria-keyshortcuts")).ShouldBe(("/", "/ Control+K"));
        home.Has("script[src*='staff-search']").ShouldBeTrue();
        home.Has("link[rel=search]").ShouldBeFalse("the staff has no browser search");
        var found = await home.Form("header form[role=search]").Fill("q", "山田").SubmitAsync();
        (await found.ShouldBeOk().ClickAsync($"a[href$='{person}']")).ShouldBeOk().ShouldShow("山田 花子");
        found.Has("header input[type=search]").ShouldBeFalse("the page has its own");
        found.Find("main input[type=search]").GetAttribute("data-key").ShouldBe("/");
    }

    [Fact]
    public async Task ADMIN_2_AU_09_ASearchIsRecorded()
    {
        await SearchAsync(await AgentAsync(), "山田");

        (await EventsAsync("users-searched")).ShouldHaveSingleItem().Event.Details.ShouldBe("""{"q":"山田","rows":1}""");
        (await EventsAsync("contracts-listed")).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("山")]
    [InlineData("a")]
    public async Task ADMIN_2_RX_07_TooLittleToLookFor_IsSaid(string typed)
    {
        (await SearchAsync(await AgentAsync(), typed)).ShouldBeRefused().ShouldShow("2文字以上");
        (await EventsAsync("users-searched")).ShouldBeEmpty();
    }

    [Fact]
    public async Task ADMIN_2_NothingFound_SaysWhereWasLooked() =>
        (await SearchAsync(await AgentAsync(), "どこにもない言葉")).ShouldBeOk().ShouldShow("見つかりませんでした");

    [Fact]
    public async Task AZ_02_GuestsSearchNothing() =>
        (await App.CreateBrowser().GetAsync("/admin/search?q=N0009")).Status.ShouldBe(HttpStatusCode.Found);

    private static Task<PortalPage> SearchAsync(PortalBrowser browser, string typed) =>
        browser.GetAsync("/admin/search?q=" + Uri.EscapeDataString(typed));
}
