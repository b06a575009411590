using Portal.Rules.Delegation;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Tests.Features.Memberships;

/// <summary>The staff lets somebody in where nobody manages a contract yet (CONT-2, ADMIN-4).</summary>
public sealed class LettingPeopleInAsStaff : MembershipTest
{
    private async Task<PortalBrowser> StaffAsync(AccountRole role = AccountRole.SystemAdministrator)
    {
        await App.ChangeProfileAsync("admin", profile => profile with { SecondFactor = new SecondFactorProfile() });
        var id = $"{role}@portal.test".ToLowerInvariant();
        await new Account("admin", id) { Role = role, Contract = null, Email = id }.AddToAsync(App);
        var browser = App.CreateBrowser();
        (await browser.SignInAsync("admin", id)).ShouldBeOk();
        return browser;
    }

    private async Task<string> ContractAsync(string number = Other) =>
        $"/admin/contracts/security/{await App.World.Contracts.ReadAsync(row => row.Number == number, row => row.Id)}";

    [Fact]
    public async Task CONT_2_WithAReason_RowEventMailAndPages()
    {
        var staff = await StaffAsync();
        var contract = await ContractAsync();
        (await staff.GetAsync(contract)).ShouldBeOk().ShouldShow("ほかの契約から追加された利用者はいません");

        (await (await staff.GetAsync(contract + "/memberships/new")).ShouldBeOk().Form("form:has([name=LoginId])").Fill("LoginId", MemberId)
            .Check("Administrator").Fill("Reason", "ご依頼により").SubmitAsync("追加")).ShouldRedirectTo(contract);

        (await App.World.Memberships.ReadAsync(Member, row => row.Role)).ShouldBe(AccountRole.Manager);
        (await App.World.Audit.ReadAsync("membership-granted", row => row.Reason)).ShouldBe("ご依頼により");
        (await App.World.Mails.RecipientsAsync()).ShouldContain("hanako@example.jp");
        (await staff.GetAsync(contract)).ShouldBeOk().ShouldShow(MemberId);
        (await staff.GetAsync($"/admin/users/security/{Member}")).ShouldBeOk().ShouldShow("ほかに所属する契約").ShouldShow(Other);

        var confirm = (await staff.GetAsync($"{contract}/memberships/{Member}/remove")).ShouldBeOk();
        (await confirm.Form("form:has([name=Reason])").SubmitAsync("外す")).ShouldBeRefused().ShouldShow("理由を入力してください");
        (await confirm.Form("form:has([name=Reason])").Fill("Reason", "退職").SubmitAsync("外す")).ShouldRedirectTo(contract);
        (await App.World.Memberships.CountAsync()).ShouldBe(0);
        (await EventsAsync("membership-withdrawn", Member)).ShouldBe(1);
        (await staff.GetAsync($"{contract}/memberships/{Member}/remove")).ShouldBeNotFound();
    }

    [Theory]
    [InlineData(ForeignId, "理由", "同じ契約者のほかの契約にいません")]
    [InlineData(StrangerId, "理由", "この契約に登録されています")]
    [InlineData(MemberId, "", "理由を入力してください")]
    [InlineData("", "理由", "ログインIDを入力してください")]
    public async Task CONT_2_WhatIsWrong_IsSaidAtItsField(string loginId, string reason, string said)
    {
        var staff = await StaffAsync();
        var again = (await (await staff.GetAsync(await ContractAsync() + "/memberships/new")).Form("form:has([name=LoginId])")
            .Fill("LoginId", loginId).Fill("Reason", reason).SubmitAsync("追加")).ShouldBeRefused();
        again.ShouldShow(said);
        again.Find("[name=LoginId]").GetAttribute("value").ShouldBe(loginId);
        (await App.World.Memberships.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task ADMIN_11_AnAgentGivesNoRights()
    {
        var staff = await StaffAsync(AccountRole.Agent);
        (await staff.GetAsync(await ContractAsync() + "/memberships/new")).ShouldBeForbidden();
    }
}
