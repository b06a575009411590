using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.Delegation;
using Portal.Rules.Imports;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Imports;

namespace Portal.Web.Tests.Features.Admin.Imports;

public sealed class MovingUsersIn : ImportTest
{
    [Fact]
    public async Task ADMIN_12_AFileIsChecked_Confirmed_AndTakenOver_AndItsPeopleSignInWithTheirOldPassword()
    {
        var administrator = await AdministratorAsync();
        var answer = await UploadAsync(administrator, Good);
        answer.Status.ShouldBe(HttpStatusCode.SeeOther);
        var waiting = (await answer.FollowAsync()).ShouldBeOk().ShouldShow("確認待ち");
        waiting.Headers["Refresh"].ShouldBe("5");

        await RoundAsync();
        var fit = (await administrator.GetAsync(waiting.Address.AbsolutePath)).ShouldShow("3行すべてを登録できます");
        fit.Headers.ShouldNotContainKey("Refresh");
        (await MovedAsync()).ShouldBe(0);

        (await fit.Form("form[action$=confirm]").SubmitAsync()).ShouldRedirectTo(waiting.Address.AbsolutePath);
        await RoundAsync();
        var done = (await administrator.GetAsync(waiting.Address.AbsolutePath)).ShouldShow("3行を登録しました");
        (await MovedAsync()).ShouldBe(3);
        (await FilesAsync()).ShouldBe(0, "the file with its hashes goes with the end");
        (await EventsAsync("user-moved-in")).Select(each => (each.Tenant, each.Event.ActorName)).Distinct()
            .ShouldBe([(Control, AdministratorId)]);
        (await EventsAsync("moved-in")).ShouldHaveSingleItem().Event.Details
            .ShouldBe("""{"source":"people.csv","users":3,"oldHashes":2}""");
        (await EventsAsync("move-in-uploaded")).Count.ShouldBe(1);
        (await EventsAsync("move-in-confirmed")).Count.ShouldBe(1);
        var mails = await App.QueryAsync(Staff,
            db => db.Outbox.Where(mail => mail.Kind == "import-ended").Select(mail => mail.Recipient).ToListAsync());
        mails.ShouldBe([AdministratorId]);

        var result = await done.ClickAsync("結果をダウンロード（CSV）");
        result.ShouldBeOk().Body.ShouldContain("N0009702,以前のパスワード");
        result.Body.ShouldNotContain("$2b$");
        (await App.CreateBrowser().SignInAsync(Control, "N0009701")).ShouldBeOk();
        (await App.CreateBrowser().SignInAsync(Control, "N0009702")).Address.AbsolutePath.ShouldBe("/t/control/password/required");
        (await App.CreateBrowser().TrySignInAsync(Control, "N0009703")).ShouldBeRefused();
        var moved = await App.QueryAsync(Control, db => db.Users.SingleAsync(user => user.UserName == "N0009701"));
        (moved.Role, moved.Language, moved.Email, moved.FamilyName).ShouldBe((AccountRole.Manager, "ja", "one@control.example.jp", "移行"));
        moved.PasswordHash.ShouldNotBe(Bcrypt);
    }

    [Fact]
    public async Task ADMIN_12_WhatWillBeRegistered_IsSeenBeforeItIs_ButNoHash()
    {
        var page = (await CheckedAsync(await AdministratorAsync(), Good)).ShouldBeOk();

        page.Texts("tbody tr").ShouldBe([
            "2 C-900001 N0009701 one@control.example.jp 移行 花子 1 ja 0 ●",
            "3 C-900001 N0009702 – 移行 次郎 – – 1 ●",
            "4 C-900001 N0009703 – 移行 三郎 – – – –",
        ]);
        page.Texts("main dl dd").ShouldContain("1");
        page.ShouldNotShow("$2b$");
    }

    [Fact]
    public async Task EX_06_WhoTakesTheResultOut_IsRecorded()
    {
        var done = await MovedInAsync(await AdministratorAsync(), Good);

        (await done.ClickAsync("結果をダウンロード（CSV）")).ShouldBeOk();

        (await EventsAsync("exported")).ShouldHaveSingleItem().Event.Details
            .ShouldBe("""{"list":"import-result","rows":3,"format":"csv"}""");
    }

    [Fact]
    public async Task ADMIN_12_EveryFaultIsNamedByRowColumnAndReason_AndNothingIsTakenOver()
    {
        var administrator = await AdministratorAsync();
        var page = await CheckedAsync(administrator, Headings
            + "C-900001,N0009701,no address,移行,花子,,,,secret\r\n"
            + "C-900001,n0009701,,移行,花子,maybe,fr,,$2b$31$abcdefghijklmnopqrstuuJJSB40dS5vZ8y96iDqDG6PfLQRoTTeW\r\n"
            + "C-404,N0009001,,,,,,,\r\n");

        page.ShouldBeOk();
        page.Texts("tbody tr").ShouldBe([
            "2 メールアドレス メールアドレスの形式ではありません",
            "2 パスワードハッシュ 対応していない形式です",
            "3 ログインID 2行目と同じです",
            "3 管理者 次のどれかで入力してください：1, 0",
            "3 言語 次のどれかで入力してください：ja, en",
            "3 パスワードハッシュ 計算の回数が多すぎるため使えません",
            "4 契約番号 この番号の契約はありません",
            "4 ログインID すでに登録されています",
        ]);
        (await page.ClickAsync("すべての誤りをダウンロード（CSV）")).ShouldBeOk().Body.ShouldContain("3,管理者,");
        (await MovedAsync()).ShouldBe(0);
        (await FilesAsync()).ShouldBe(0);
        (await EventsAsync("move-in-refused")).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("ログインID\r\nN0009701\r\n", "「契約番号」の列がありません")]
    [InlineData("契約番号,ログインID,靴\r\nC-900001,N0009701,1\r\n", "見出し「靴」の列は使えません")]
    [InlineData("契約番号,ログインID,靴\r\nC-900001,N0009701,1\r\n", "使える見出し：契約番号（必須）、ログインID（必須）、メールアドレス、")]
    [InlineData("契約番号,ログインID,3\r\nC-900001,N0009701,1\r\n", "見出し「3」の列は使えません")]
    [InlineData("契約番号,ログインID\r\n", "見出しの下に行がありません")]
    [InlineData("契約番号,ログインID\r\nC-900001,\"N0009701\r\n", "引用符（\"）の対応が正しくない")]
    public async Task ADMIN_12_WhatIsNoSuchFileIsSaidAsAWhole(string content, string said) =>
        (await CheckedAsync(await AdministratorAsync(), content)).ShouldBeOk().ShouldShow(said);

    [Theory]
    [InlineData("契約番号,オペレータID\r\nC-900001,N0009701\r\n")]
    [InlineData("契約番号;operator id\r\nC-900001;N0009701\r\n")]
    public async Task ADMIN_12_TheSitesOwnNameOfLoginIdsIsAHeading(string content) =>
        (await CheckedAsync(await AdministratorAsync(), content)).ShouldBeOk().ShouldShow("1行すべてを登録できます");

    [Fact]
    public async Task ADMIN_12_WithoutFileOrKind_TheFormComesBack()
    {
        var administrator = await AdministratorAsync();
        var page = await (await administrator.GetAsync($"{Imports}/{Control}/new")).Form("form[enctype]").SubmitAsync();
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.ShouldShow("ファイルの内容を選択してください").ShouldShow("ファイルを選択してください");
        (await EventsAsync("move-in-uploaded")).ShouldBeEmpty();
    }

    [Fact]
    public async Task ADMIN_12_AZ_01_OnlyAdministratorsOfTheTenantMoveAnybodyIn()
    {
        (await (await AgentAsync()).GetAsync(Imports)).Status.ShouldBe(HttpStatusCode.Forbidden);
        var administrator = await AdministratorAsync();
        (await administrator.GetAsync($"{Imports}/{Rental}/new")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await administrator.GetAsync($"{Imports}/{Control}/{Guid.NewGuid()}")).Status.ShouldBe(HttpStatusCode.NotFound);
        var page = await CheckedAsync(administrator, Good);
        var other = page.Address.AbsolutePath.Replace($"/{Control}/", $"/{Security}/", StringComparison.Ordinal);
        (await administrator.GetAsync(other)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await SystemAdministratorAsync()).GetAsync($"{Imports}/{Staff}/new")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task ADMIN_12_ACancelledFileIsGone_AndCannotBeConfirmedAnyMore()
    {
        var administrator = await AdministratorAsync();
        var page = await CheckedAsync(administrator, Good);
        (await page.Form("form[action$=cancel]").SubmitAsync()).ShouldRedirectTo(page.Address.AbsolutePath);
        (await FilesAsync()).ShouldBe(0);
        (await (await page.Form("form[action$=confirm]").SubmitAsync()).FollowAsync()).ShouldShow("状態が変わったため");
        await RoundAsync();
        (await MovedAsync()).ShouldBe(0);
        (await EventsAsync("move-in-cancelled")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task ADMIN_12_TwoFilesOfTheSameIds_OneIsTakenOverWhole_TheOtherNotAtAll()
    {
        var administrator = await AdministratorAsync();
        var first = await CheckedAsync(administrator, Good);
        var second = await CheckedAsync(administrator, Headings + "C-900001,N0009799,,,,,,,\r\nC-900001,N0009702,,,,,,,\r\n");
        await first.Form("form[action$=confirm]").SubmitAsync();
        await second.Form("form[action$=confirm]").SubmitAsync();

        await Task.WhenAll(RoundAsync(), RoundAsync());
        App.Time.Advance(TimeSpan.FromMinutes(2));
        await RoundAsync();
        var states = await App.QueryAsync(Control, db => db.ImportJobs.Select(job => job.State).ToListAsync());
        states.ShouldBe([ImportState.Done, ImportState.Faulty], ignoreOrder: true);
        (await MovedAsync()).ShouldBeOneOf(2, 3);
        (await EventsAsync("moved-in")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task ADMIN_12_ANodeThatDiesInTheMiddleLeavesNothing_AndAnotherBeginsAnew()
    {
        var administrator = await AdministratorAsync();
        await (await CheckedAsync(administrator, Good)).Form("form[action$=confirm]").SubmitAsync();
        var job = await JobAsync();
        await App.InTenantAsync(Control, services => services.GetRequiredService<ImportClaims>().ClaimAsync(job.Id));
        IReadOnlyList<ImportLine> lines = [new(1, ["契約番号", "ログインID"]), new(2, ["C-900001", "N0009701"])];
        await Should.ThrowAsync<TimeoutException>(() => App.InTenantAsync(Control, services => services.GetRequiredService<MovingIn>()
            .ApplyAsync(ImportKind.Users, lines, "people.csv", _ => throw new TimeoutException())));
        (await MovedAsync()).ShouldBe(0, "the batch was saved, and the transaction undone");
        (await RoundAsync()).ShouldBe(0, "the other node may still live");

        App.Time.Advance(TimeSpan.FromMinutes(2));
        await RoundAsync();
        (await MovedAsync()).ShouldBe(3);
        (await JobAsync()).Tries.ShouldBe(2);
    }

    [Fact]
    public async Task ADMIN_12_TheColumnsOfJapaneseSpreadsheetsAreRead()
    {
        var administrator = await AdministratorAsync();
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var page = await (await UploadAsync(administrator, Encoding.GetEncoding(932).GetBytes(Good))).FollowAsync();
        await RoundAsync();
        (await administrator.GetAsync(page.Address.AbsolutePath)).ShouldShow("3行すべてを登録できます");
    }
}
