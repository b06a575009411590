using System.Net;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data.Entities;

namespace Portal.Web.Tests.Features.Admin.Contracts;

/// <summary>The staff's list of contracts (ADMIN-4).</summary>
public sealed class ListingContracts : ContractTest
{
    [Theory]
    [InlineData("c-700001")]
    [InlineData("試験")]
    [InlineData("n0007002")]
    [InlineData("試験 C-7000")]
    public async Task ADMIN_4_AContractIsFound_ByNumber_Holder_OrWhoSignsIn(string typed)
    {
        await AddContractAsync();
        var agent = await AgentAsync();

        var page = await (await agent.GetAsync("/admin/contracts")).ShouldBeOk().Form("main form[role=search]").Fill("q", typed)
            .SubmitAsync();

        page.ShouldBeOk().Texts("tbody th").ShouldContain(Number);
        page.Has("main a[href*='/new']").ShouldBeFalse();
        (await page.ClickAsync($"tbody a[href*='/contracts/{Control}/']")).ShouldBeOk().ShouldShow(Number).ShouldNotShow("契約を停止");
        (await EventsAsync("contracts-listed")).Count.ShouldBe(2);
    }

    [Fact]
    public async Task ADMIN_4_TabsNarrowTheList_AndAFileHoldsWhatItShows()
    {
        await AddContractAsync();
        await new Account(Control, "N0008001") { Contract = "C-800001" }.AddToAsync(App);
        await App.World.Contracts.ChangeAsync(row => row.Number == Number, row => row.Status, ContractStatus.Suspended);
        var staff = await AdministratorAsync();

        var page = (await staff.GetAsync("/admin/contracts?view=suspended")).ShouldBeOk();
        page.Texts("tbody th").ShouldBe([Number]);
        page.Has($"a[href$='/admin/contracts/{Control}/new']").ShouldBeTrue();
        (await staff.GetAsync("/admin/contracts?view=active")).Texts("tbody th").ShouldBe(["C-800001"]);
        var file = (await page.Form("form[action$=export]").SubmitAsync()).ShouldBeOk();

        file.Body.ShouldContain(Number);
        file.Body.ShouldNotContain("C-800001");
        (await EventsAsync("exported")).ShouldHaveSingleItem().Event.Details
            .ShouldBe("""{"list":"contracts","filter":{"state":"Suspended"},"rows":1}""");
    }

    /// <summary>Each word is a condition inside the one before, which is as deep as there are words.</summary>
    [Fact]
    public async Task RX_07_ADMIN_4_ThousandsOfWords_AreAnsweredLikeAFew()
    {
        await AddContractAsync();
        var typed = string.Join('+', Enumerable.Range(0, 3000).Select(number => $"w{number}"));

        (await (await AgentAsync()).GetAsync($"/admin/contracts?q={typed}")).ShouldBeOk().Has("tbody th").ShouldBeFalse();
    }

    [Fact]
    public async Task AZ_01_ContractsOfTenantsOutOfReach_AreNotListed()
    {
        await new Account(Rental, "R100099") { Contract = "R100099", Email = "a@example.jp" }.AddToAsync(App);
        var agent = await AgentAsync();

        (await agent.GetAsync("/admin/contracts?q=R100099")).ShouldBeOk().Has("tbody th").ShouldBeFalse();
        (await agent.GetAsync("/admin/contracts?tenant=rental")).ShouldBe(HttpStatusCode.NotFound);
    }
}
