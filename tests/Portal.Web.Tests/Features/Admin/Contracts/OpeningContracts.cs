using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Rules.Delegation;
using Portal.Rules.Telephony;
using Portal.TestKit.Accounts;
using Portal.TestKit.Files;
using Portal.TestKit.Mail;
using Portal.TestKit.Web;
using Portal.Web.Data.Entities;

namespace Portal.Web.Tests.Features.Admin.Contracts;

/// <summary>The staff opens contracts; how the first password comes about is the tenant's (ADMIN-4).</summary>
public sealed class OpeningContracts : ContractTest
{
    private const string New = "/admin/contracts/control/new";

    [Fact]
    public async Task ADMIN_4_Control_Entered_Checked_Opened_TheLetterShowsThePasswordOnce_AndItSignsIn()
    {
        var staff = await AdministratorAsync();
        var form = (await (await staff.GetAsync("/admin/contracts?tenant=control")).ClickAsync("契約を開設")).ShouldBeOk();

        var check = (await Filled(form).SubmitAsync("check")).ShouldBeOk().ShouldShow(Number).ShouldShow("みほん通信株式会社");
        (await App.World.Contracts.CountAsync()).ShouldBe(0);
        var done = await check.Form("form:has(button[value=save])").SubmitAsync("save");
        var contract = await RowAsync(Control, Number);
        var letter = (await done.ShouldRedirectTo(PathOfContract(contract.Id) + "/letter/issued").FollowAsync()).ShouldBeOk();

        var password = letter.Find(".p-slip__password").TextContent;
        letter.Find(".p-slip").TextContent.ShouldContain(Parent);
        letter.Find(".p-slip").TextContent.ShouldContain("/t/control/login");
        var text = await PdfText.ReadAsync(Convert.FromBase64String(letter.Find("a[download]").GetAttribute("href")!.Split(',')[1]));
        Assert.SkipWhen(text is null, "pdftotext is not installed: install poppler-utils.");
        text.ShouldContain(password);
        text.ShouldContain(Parent);
        text.ShouldContain("開通のご案内");
        (await staff.GetAsync(PathOfContract(contract.Id) + "/letter/issued")).ShouldBeOk().ShouldNotShow(password).ShouldShow("表示済み");
        (await App.World.EverythingAsync()).ShouldNotContain(password);
        (await EventsAsync("contract-opened")).ShouldHaveSingleItem().Event.SubjectName.ShouldBe(Number);
        (await EventsAsync("start-letter-printed")).ShouldHaveSingleItem().Event.Details!.ShouldContain("\"withPassword\":true");
        (contract.Holder!.Name, contract.Holder.Address, contract.AccountLimit)
            .ShouldBe(("みほん通信株式会社", "100-0001\n東京都千代田区千代田1-1", 20));

        var customer = App.CreateBrowser();
        (await customer.TrySignInAsync(Control, Parent, password)).ShouldRedirectTo("/t/control/password/required");
    }

    [Fact]
    public async Task ADMIN_4_Security_TheFirstUserIsInvited_AndTheLetterCanBePrintedAgain()
    {
        var staff = await AdministratorAsync();
        var form = (await staff.GetAsync("/admin/contracts/security/new")).Form("form:has(input[name=Number])")
            .Fill("Number", "n310000077").Fill("HolderName", "Example Security").Choose("Language", "en").Fill("Service", "監視")
            .Fill("FamilyName", "Sample").Fill("GivenName", "Anna").Fill("Email", "anna@example.jp");

        var done = await (await form.SubmitAsync("check")).ShouldBeOk().ShouldShow("anna@example.jp.cs")
            .Form("form:has(button[value=save])").SubmitAsync("save");

        var contract = await RowAsync(Security, "N310000077");
        var letter = (await done.ShouldRedirectTo(PathOfContract(contract.Id, Security) + "/letter").FollowAsync()).ShouldBeOk();
        letter.Find(".p-slip").GetAttribute("lang").ShouldBe("en");
        letter.Find(".p-slip").TextContent.ShouldContain("Open the link in the email that we sent to anna@example.jp");
        letter.Has(".p-slip__password").ShouldBeFalse();
        letter.ShouldNotShow("仮パスワードを再発行");
        (await App.MailsAsync("anna@example.jp")).ShouldHaveSingleItem().Text.ShouldContain("/t/security/");
        (await App.World.Accounts.ReadAsync(row => row.UserName == "anna@example.jp.cs",
            row => new { row.Role, row.Language, row.PasswordHash }))
            .ShouldBe(new { Role = AccountRole.Manager, Language = (string?)"en", PasswordHash = (string?)null });
        (await (await staff.GetAsync(PathOfContract(contract.Id, Security) + "/letter")).Form("form[action$=pdf]").SubmitAsync())
            .ShouldBeOk().ShouldHaveHeader("Content-Type", "application/pdf");
        (await EventsAsync("start-letter-printed")).Count.ShouldBe(3);
        (await staff.GetAsync(PathOfContract(contract.Id, Security) + "/letter/password")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task ADMIN_4_Homephone_NumbersStandOnOneLine_AndTheLetterTellsToCall()
    {
        var staff = await AdministratorOfAsync("homephone");
        var page = (await staff.GetAsync("/admin/contracts/homephone/new")).ShouldBeOk();
        page.Has("[name=LoginId]").ShouldBeFalse();

        var done = await (await page.Form("form:has(input[name=Number])").Fill("Number", "4000000099").Fill("HolderName", "見本 花子")
            .Fill("Service", "ホーム電話").Fill("Numbers", "06-6777-0001\n06-6777-0002").SubmitAsync("check")).ShouldBeOk()
            .Form("form:has(button[value=save])").SubmitAsync("save");

        var letter = (await done.FollowAsync()).ShouldBeOk();
        letter.Find(".p-slip").TextContent.ShouldContain("06-6777-0001");
        letter.Find(".p-slip").TextContent.ShouldContain("0120-000-113");
        (await App.World.LineNumbers.ListAsync(row => row.Kind)).Order().ShouldBe([NumberKind.Main, NumberKind.Additional]);
        (await App.World.ContractLines.CountAsync()).ShouldBe(1);
        (await RowAsync("homephone", "4000000099")).AuthenticationUnit.ShouldBeNull();
        var again = await (await staff.GetAsync("/admin/contracts/homephone/new")).Form("form:has(input[name=Number])")
            .Fill("Number", "4000000098").Fill("HolderName", "ほか").Fill("Service", "ホーム電話").Fill("Numbers", "0667770002")
            .SubmitAsync("check");
        (await again.Form("form:has(button[value=save])").SubmitAsync("save")).ShouldBeRefused().ShouldShow("ほかの契約で使われています");
        (await App.World.Contracts.CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task ADMIN_4_Officephone_AnAdministratorId_AndAnIdForEachNumber()
    {
        var staff = await AdministratorOfAsync("officephone");

        var done = await (await (await staff.GetAsync("/admin/contracts/officephone/new")).Form("form:has(input[name=Number])")
            .Fill("Number", "05077770000").Fill("HolderName", "見本事務所").Fill("Service", "050番号").Fill("FamilyName", "見本")
            .Fill("LoginId", "A0500777").Fill("Numbers", "050-7777-0001").SubmitAsync("check")).ShouldBeOk()
            .Form("form:has(button[value=save])").SubmitAsync("save");

        (await done.FollowAsync()).ShouldBeOk().Find(".p-slip").TextContent.ShouldContain("A0500777");
        (await App.World.Accounts.ListAsync(row => row.UserName + " " + row.Door))
            .Where(each => !each.EndsWith(" staff", StringComparison.Ordinal))
            .ShouldBe(["05077770001 user", "A0500777 administrator"], ignoreOrder: true);
    }

    [Fact]
    public async Task ADMIN_4_Rental_TheContractNumberAndTheAddressSignIn()
    {
        var staff = await AdministratorOfAsync(Rental);

        var done = await (await (await staff.GetAsync("/admin/contracts/rental/new")).Form("form:has(input[name=Number])")
            .Fill("Number", "R100077").Fill("HolderName", "見本企画").Fill("Service", "会員").Fill("FamilyName", "見本")
            .Fill("GivenName", "次郎").Fill("Email", "jiro@example.jp").SubmitAsync("check")).ShouldBeOk()
            .Form("form:has(button[value=save])").SubmitAsync("save");

        var letter = (await done.FollowAsync()).ShouldBeOk().Find(".p-slip").TextContent;
        letter.ShouldContain("jiro@example.jp");
        letter.ShouldContain("ログインID、メールアドレスと、設定したパスワードでログインします。");
        (await App.World.Accounts.ReadAsync(row => row.Door == "member", row => row.UserName)).ShouldBe("R100077");
        (await App.MailsAsync("jiro@example.jp")).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("ja", "上の「同じ契約者の契約番号」を入力しない場合は必須です。")]
    [InlineData("en", "Required unless you enter a contract number of the same holder above")]
    public async Task ADMIN_4_WhenAHoldersNameIsNeeded_IsSaidInOneWay(string language, string said)
    {
        var page = await (await AdministratorAsync()).GetAsync($"{New}?culture={language}");

        var field = page.ShouldBeOk().Find(".p-field:has([name=HolderName])");
        field.TextContent.ShouldContain(said);
        field.QuerySelector("[data-mark]").ShouldBeNull();
    }

    [Theory]
    [InlineData("Number", "", "契約番号を入力してください")]
    [InlineData("Number", "X-1", "契約番号")]
    [InlineData("HolderName", "", "契約者名か、上の「同じ契約者の契約番号」を入力してください")]
    [InlineData("HolderKana", "abc", "カタカナ")]
    [InlineData("Service", "", "サービスを入力してください")]
    [InlineData("StartsOn", "", "契約開始日を入力してください")]
    [InlineData("StartsOn", "0001-01-01", "契約開始日には1900/01/01から2036/05/13までの日付を入力してください")]
    [InlineData("StartsOn", "9999-12-31", "契約開始日には1900/01/01から2036/05/13までの日付を入力してください")]
    [InlineData("AccountLimit", "0", "IDの上限を1から")]
    [InlineData("FamilyName", "", "姓を入力してください")]
    [InlineData("LoginId", "12", "オペレータID")]
    [InlineData("Email", "nobody", "メールアドレス")]
    [InlineData("Of", "C-999999", "この番号の契約はありません")]
    public async Task ADMIN_4_WhatIsWrong_IsSaidAtItsField_AndNothingTypedIsLost(string field, string typed, string said)
    {
        var form = await (await AdministratorAsync()).GetAsync(New);

        var again = await Filled(form).Fill(field, typed).SubmitAsync("check");

        again.ShouldBeRefused().ShouldShow(said);
        again.Find($"[name={field}]").GetAttribute("aria-invalid").ShouldBe("true");
        again.Find("[name=HolderAddress]").TextContent.ShouldContain("千代田区");
        again.Find($"[name={field}]").GetAttribute("value").ShouldBe(typed);
        (await App.World.Contracts.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task ADMIN_4_ATakenNumberOrId_IsRefused_AndNothingIsOpened()
    {
        await AddContractAsync();
        var staff = await AdministratorAsync();
        var page = await staff.GetAsync(New);

        (await Filled(page).SubmitAsync("check")).ShouldBeRefused().ShouldShow("この契約番号はすでに使われています");
        var check = (await Filled(page).Fill("Number", "C-700009").SubmitAsync("check")).ShouldBeOk();
        (await check.Form("form:has(button[value=save])").SubmitAsync("save")).ShouldBeRefused().ShouldShow("このIDはすでに使われています");

        (await App.World.Contracts.CountAsync()).ShouldBe(1);
        (await EventsAsync("contract-opened")).ShouldBeEmpty();
    }

    [Fact]
    public async Task ADMIN_4_OPER_5_MoreNumbersThanIds_IsSaidAtTheLimit_AndNothingIsOpened()
    {
        var staff = await AdministratorOfAsync("officephone");
        var check = await (await staff.GetAsync("/admin/contracts/officephone/new")).Form("form:has(input[name=Number])")
            .Fill("Number", "05077770000").Fill("HolderName", "見本事務所").Fill("Service", "050番号").Fill("FamilyName", "見本")
            .Fill("LoginId", "A0500777").Fill("Numbers", "050-7777-0001\n050-7777-0002").Fill("AccountLimit", "1").SubmitAsync("check");

        var again = await check.ShouldBeOk().Form("form:has(button[value=save])").SubmitAsync("save");

        again.ShouldBeRefused().ShouldShow("IDが2個必要なため、上限を2以上にしてください");
        again.Find("[name=AccountLimit]").GetAttribute("aria-invalid").ShouldBe("true");
        (await App.World.Contracts.CountAsync()).ShouldBe(0);
        (await EventsAsync("contract-opened")).ShouldBeEmpty();
    }

    [Fact]
    public async Task ADMIN_4_EN_06_WhoTriedTooManyTakenIds_IsToldToWait()
    {
        await AddContractAsync();
        var page = await (await AdministratorAsync()).GetAsync(New);
        for (var tries = 0; tries < 10; tries++)
        {
            var check = await Filled(page).Anew().Fill("Number", "C-700009").SubmitAsync("check");
            (await check.Form("form:has(button[value=save])").SubmitAsync("save")).ShouldBeRefused().ShouldShow("このIDはすでに使われています");
        }

        var last = await Filled(page).Anew().Fill("Number", "C-700009").Fill("LoginId", "N0007777").SubmitAsync("check");
        (await last.Form("form:has(button[value=save])").SubmitAsync("save")).ShouldBeRefused().ShouldShow("しばらく開設できません");
        (await App.World.Contracts.CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task ADMIN_4_SAFE_2_OfTwoAtOnceWithOneNumberOrOneId_OneIsOpened_AndTheOtherIsToldWhy()
    {
        var staff = await AdministratorAsync();
        var page = await staff.GetAsync(New);
        var checks = new List<PortalPage>();
        foreach (var (number, id) in new[] { ("C-700001", "N0007001"), ("C-700001", "N0007002"), ("C-700003", "N0007001") })
        {
            checks.Add((await Filled(page).Anew().Fill("Number", number).Fill("LoginId", id).SubmitAsync("check")).ShouldBeOk());
        }

        var answers = await Task.WhenAll(checks.Select(check => check.Form("form:has(button[value=save])").SubmitAsync("save")));

        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.SeeOther || answer.Status == HttpStatusCode.UnprocessableEntity
            || answer.Status == HttpStatusCode.Conflict);
        var opened = await App.World.Contracts.ListAsync(row => row.Number);
        opened.ShouldBeUnique();
        opened.Count.ShouldBe(answers.Count(answer => answer.Status == HttpStatusCode.SeeOther));
        opened.Count.ShouldBeGreaterThan(0);
        (await EventsAsync("contract-opened")).Count.ShouldBe(opened.Count);
    }

    [Fact]
    public async Task ADMIN_4_AnotherContractOfAHolder_IsWithTheSameHolder()
    {
        var id = await AddContractAsync();
        var staff = await AdministratorAsync();
        var page = (await (await staff.GetAsync(PathOfContract(id))).ClickAsync("この契約者の契約を追加")).ShouldBeOk().ShouldShow("試験株式会社");

        var check = await page.Form("form:has(input[name=Number])").Fill("Number", "C-700002").Fill("FamilyName", "第二")
            .Fill("LoginId", "N0007009").SubmitAsync("check");
        await check.ShouldBeOk().Form("form:has(button[value=save])").SubmitAsync("save");

        (await RowAsync(Control, "C-700002")).HolderId.ShouldBe((await RowAsync(Control, Number)).HolderId);
        (await App.World.Holders.CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task AZ_01_AgentsOpenNothing_AndTenantsOutOfReachAreNotThere()
    {
        (await (await AgentAsync()).GetAsync(New)).ShouldBeForbidden();
        var staff = await AdministratorOfAsync(Rental);
        (await staff.GetAsync(New)).ShouldBeNotFound();
        (await (await SystemAdministratorAsync()).GetAsync("/admin/contracts/admin/new")).ShouldBeNotFound();
    }

    private static PortalForm Filled(PortalPage page) => page.Form("form:has(input[name=Number])").Fill("Number", "ｃ-700001")
        .Fill("HolderName", "みほん通信株式会社").Fill("HolderAddress", "100-0001\n東京都千代田区千代田1-1").Fill("Service", "専用線")
        .Fill("AccountLimit", "20").Fill("FamilyName", "見本").Fill("LoginId", "n0007001").Fill("Email", "first@example.jp");
}
