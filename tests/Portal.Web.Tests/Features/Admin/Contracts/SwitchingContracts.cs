using Portal.TestKit.Accounts;
using Portal.TestKit.Mail;
using Portal.TestKit.Web;
using Portal.Web.Data.Entities;

namespace Portal.Web.Tests.Features.Admin.Contracts;

/// <summary>A contract is suspended and resumed (ADMIN-4, AZ-21).</summary>
public sealed class SwitchingContracts : ContractTest
{
    [Fact]
    public async Task AZ_21_Suspended_SessionsEndAndNobodySignsIn_TheManagersAreTold_AndResumeRestores()
    {
        var id = await AddContractAsync();
        var customer = App.CreateBrowser();
        (await customer.SignInAsync(Control, Parent)).ShouldBeOk();
        await new Account(Control, "N0008001") { Contract = "C-800001" }.AddToAsync(App);
        var neighbour = App.CreateBrowser();
        (await neighbour.SignInAsync(Control, "N0008001")).ShouldBeOk();
        var staff = await AdministratorAsync();
        var accounts = await App.World.Accounts.CountAsync();

        var ask = (await (await staff.GetAsync(PathOfContract(id))).ClickAsync("契約を停止")).ShouldBeOk();
        var page = await (await ask.Form().Fill("Form.Reason", "料金の未納").SubmitAsync()).ShouldRedirectTo(PathOfContract(id)).FollowAsync();

        page.ShouldBeOk().ShouldShow("契約C-700001を停止しました").ShouldShow("利用停止中");
        (await App.World.Sessions.CountAsync(row => row.User!.ContractId == id && row.EndedAt == null)).ShouldBe(0);
        (await customer.GetAsync("/t/control/home")).Status.ShouldNotBe(System.Net.HttpStatusCode.OK);
        (await neighbour.GetAsync("/t/control/home")).ShouldBeOk();
        (await App.CreateBrowser().TrySignInAsync(Control, Parent, Account.UsualPassword)).ShouldBeRefused();
        var told = (await EventsAsync("contract-suspended")).ShouldHaveSingleItem();
        (told.Tenant, told.Event.Reason, told.Event.SubjectName).ShouldBe((Control, "料金の未納", Number));
        var mail = (await App.MailsAsync(Mail)).ShouldHaveSingleItem();
        mail.Subject.ShouldContain("契約のご利用を停止しました");
        mail.Text.ShouldNotContain("料金の未納");
        (await App.MailsAsync("child@example.jp")).ShouldBeEmpty();
        (await App.World.Accounts.CountAsync()).ShouldBe(accounts);

        await (await (await page.ClickAsync("契約を再開")).Form().Fill("Form.Reason", "入金の確認").SubmitAsync())
            .ShouldRedirectTo(PathOfContract(id)).FollowAsync();

        (await customer.GetAsync("/t/control/home")).Status.ShouldNotBe(System.Net.HttpStatusCode.OK);
        (await App.CreateBrowser().SignInAsync(Control, Parent)).ShouldBeOk();
        (await EventsAsync("contract-resumed")).ShouldHaveSingleItem().Event.Reason.ShouldBe("入金の確認");
        (await App.MailsAsync(Mail)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task ADMIN_4_WhereNobodyLooksAfterTheContract_EverybodyIsTold_AndNobodyCalledItsManager()
    {
        await AddContractAsync();
        await new Account(Control, "N0007009") { Contract = "C-700009", Email = "alone@example.jp" }.AddToAsync(App);
        var staff = await AdministratorAsync();

        foreach (var number in new[] { Number, "C-700009" })
        {
            var ask = await staff.GetAsync(PathOfContract((await RowAsync(Control, number)).Id) + "/suspend");
            await ask.Form().Fill("Form.Reason", "料金の未納").SubmitAsync();
        }

        (await App.MailsAsync(Mail)).ShouldHaveSingleItem().Text.ShouldContain("契約の管理者の方に");
        (await App.MailsAsync("alone@example.jp")).ShouldHaveSingleItem().Text.ShouldContain("契約の利用者の方に");
    }

    [Fact]
    public async Task ADMIN_4_WithoutAReason_OrAlreadyDone_NothingHappens()
    {
        var id = await AddContractAsync();
        var staff = await AdministratorAsync();
        var ask = await staff.GetAsync(PathOfContract(id) + "/suspend");

        (await ask.Form().SubmitAsync()).ShouldBeRefused().ShouldShow("理由を入力してください");
        (await RowAsync(Control, Number)).Status.ShouldBe(ContractStatus.Active);
        await ask.Form().Fill("Form.Reason", "一度目").SubmitAsync();
        (await (await ask.Form().Fill("Form.Reason", "二度目").SubmitAsync()).FollowAsync()).ShouldShow("すでに停止しています");
        (await (await staff.GetAsync(PathOfContract(id) + "/suspend")).ShouldRedirectTo(PathOfContract(id)).FollowAsync()).ShouldBeOk();

        (await EventsAsync("contract-suspended")).ShouldHaveSingleItem().Event.Reason.ShouldBe("一度目");
    }

    [Theory]
    [InlineData("/suspend")]
    [InlineData("/resume")]
    public async Task AZ_01_AgentsSwitchNothing_AndContractsOutOfReachAreNotThere(string page)
    {
        var id = await AddContractAsync();

        (await (await AgentAsync()).GetAsync(PathOfContract(id) + page)).ShouldBeForbidden();
        (await (await AdministratorOfAsync(Rental)).GetAsync(PathOfContract(id) + page)).ShouldBeNotFound();
        (await (await AdministratorAsync()).GetAsync(PathOfContract(Guid.NewGuid()) + page)).ShouldBeNotFound();
    }
}
