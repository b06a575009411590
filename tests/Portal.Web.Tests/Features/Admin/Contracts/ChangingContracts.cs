using System.Net;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;

namespace Portal.Web.Tests.Features.Admin.Contracts;

/// <summary>The staff changes a contract and its holder (ADMIN-4).</summary>
public sealed class ChangingContracts : ContractTest
{
    [Fact]
    public async Task ADMIN_4_ServiceOptionsAndLimit_AreChanged_AndTheLogSaysFromWhatToWhat()
    {
        var id = await AddContractAsync();
        var staff = await AdministratorAsync();
        var form = (await (await staff.GetAsync(PathOfContract(id))).ClickAsync("契約内容の変更")).ShouldBeOk().Form("form:has([name=Service])");

        var done = await form.Fill("Service", "専用線プラス").Fill("Plan", "スタンダード").Fill("Options", "監視\nログ保管 × 3")
            .Fill("AccountLimit", "30").SubmitAsync("save");

        (await done.ShouldRedirectTo(PathOfContract(id)).FollowAsync()).ShouldBeOk().ShouldShow("専用線プラス").ShouldShow("ログ保管");
        (await App.World.ContractOptions.ListAsync(row => row.Name)).Order().ShouldBe(["ログ保管", "監視"], ignoreOrder: true);
        var details = (await EventsAsync("contract-changed")).ShouldHaveSingleItem().Event.Details!;
        details.ShouldContain("[\"試験サービス\",\"専用線プラス\"]");
        details.ShouldContain("[50,30]");
        (await (await staff.GetAsync(PathOfContract(id) + "/edit")).Form("form:has([name=Service])").SubmitAsync("save"))
            .ShouldRedirectTo(PathOfContract(id));
        (await EventsAsync("contract-changed")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task ADMIN_4_NameAddressAndLanguageOfTheHolder_AreChanged()
    {
        var id = await AddContractAsync();
        var staff = await AdministratorAsync();
        var form = (await staff.GetAsync(PathOfContract(id) + "/holder")).ShouldBeOk().Form("form:has([name=HolderName])");

        await form.Fill("HolderName", "新しい試験株式会社").Fill("HolderAddress", "530-0001\n大阪市北区").Choose("Language", "en").SubmitAsync("save");

        var holder = (await RowAsync(Control, Number)).Holder!;
        (holder.Name, holder.Address, holder.Language).ShouldBe(("新しい試験株式会社", "530-0001\n大阪市北区", "en"));
        (await EventsAsync("holder-changed")).ShouldHaveSingleItem().Event.Details!.ShouldContain("[\"試験株式会社\",\"新しい試験株式会社\"]");
    }

    [Theory]
    [InlineData("edit", "Service", "")]
    [InlineData("edit", "AccountLimit", "x")]
    [InlineData("edit", "Options", "監視\n監視")]
    [InlineData("edit", "RenewsOn", "いつか")]
    [InlineData("edit", "RenewsOn", "1999-01-01")]
    [InlineData("edit", "RenewsOn", "0001-01-01")]
    [InlineData("edit", "RenewsOn", "9999-12-31")]
    [InlineData("holder", "HolderName", "")]
    [InlineData("holder", "HolderKana", "abc")]
    public async Task ADMIN_4_WhatIsWrong_IsSaidAtItsField(string page, string field, string typed)
    {
        var id = await AddContractAsync();
        var form = (await (await AdministratorAsync()).GetAsync($"{PathOfContract(id)}/{page}")).Form("form:has([name=Version])");

        var again = await form.Fill(field, typed).SubmitAsync("save");

        again.ShouldBeRefused().Find($"[name={field}]").GetAttribute("aria-invalid").ShouldBe("true");
        (await EventsAsync("contract-changed")).ShouldBeEmpty();
        (await EventsAsync("holder-changed")).ShouldBeEmpty();
    }

    [Fact]
    public async Task ADMIN_4_FewerIdsThanThereAre_AreNoLimit()
    {
        var id = await AddContractAsync();
        await new Account(Control, "N0007003") { Contract = Number }.AddToAsync(App);
        var form = (await (await AdministratorAsync()).GetAsync(PathOfContract(id) + "/edit")).Form("form:has([name=Version])");

        (await form.Fill("AccountLimit", "1").SubmitAsync("save")).ShouldBeRefused().ShouldShow("登録済みのIDが2個");
    }

    [Theory]
    [InlineData("edit", "Service")]
    [InlineData("holder", "HolderName")]
    public async Task SAFE_1_ChangedElsewhere_BothVersionsAreShown_AndNothingIsOverwritten(string page, string field)
    {
        var id = await AddContractAsync();
        var staff = await AdministratorAsync();
        var first = await staff.GetAsync($"{PathOfContract(id)}/{page}");
        var second = await staff.GetAsync($"{PathOfContract(id)}/{page}");
        (await first.Form("form:has([name=Version])").Fill(field, "先の変更").SubmitAsync("save")).ShouldRedirectTo(PathOfContract(id));

        var answer = await second.Form("form:has([name=Version])").Fill(field, "後の変更").SubmitAsync("save");

        answer.ShouldBe(HttpStatusCode.Conflict).ShouldShow("先の変更").ShouldShow("後の変更");
        var row = await RowAsync(Control, Number);
        (page == "edit" ? row.Service : row.Holder!.Name).ShouldBe("先の変更");
    }

    [Theory]
    [InlineData("/edit")]
    [InlineData("/holder")]
    public async Task AZ_01_AgentsChangeNothing_AndContractsOutOfReachAreNotThere(string page)
    {
        var id = await AddContractAsync();

        (await (await AgentAsync()).GetAsync(PathOfContract(id) + page)).ShouldBeForbidden();
        (await (await AdministratorOfAsync(Rental)).GetAsync(PathOfContract(id) + page)).ShouldBeNotFound();
        (await (await AdministratorAsync()).GetAsync(PathOfContract(Guid.NewGuid()) + page)).ShouldBeNotFound();
    }
}
