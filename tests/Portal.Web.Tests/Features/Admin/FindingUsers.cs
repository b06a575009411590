using Microsoft.EntityFrameworkCore;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;

namespace Portal.Web.Tests.Features.Admin;

public sealed class FindingUsers : StaffTest
{
    private Guid found;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        found = await new Account(Control, "N0009001")
        {
            Email = "Yamada.Hanako@control.example.jp",
            FamilyName = "山田",
            GivenName = "花子",
            With = user => (user.FamilyNameKana, user.GivenNameKana, user.Phone) = ("ヤマダ", "ハナコ", "06-1234-5678"),
        }.AddToAsync(App);
        await new Account(Security, "other.cs") { Contract = "N399999999", FamilyName = "鈴木", GivenName = "次郎" }.AddToAsync(App);
    }

    [Theory]
    [InlineData("N0009001")]
    [InlineData("n00090")]
    [InlineData("Ｎ０００９００１")]
    [InlineData("山田")]
    [InlineData("山田花子")]
    [InlineData("花子 山田")]
    [InlineData("やまだ")]
    [InlineData("ﾔﾏﾀﾞ")]
    [InlineData("yamada.hanako@control")]
    [InlineData("06-1234-5678")]
    [InlineData("０６ー１２３４ー５６７８")]
    [InlineData("0612345678")]
    [InlineData("c-900001")]
    [InlineData("C-900001")]
    public async Task ADMIN_2_IV_03_AUserIsFoundHoweverItIsTyped(string text)
    {
        var page = await SearchAsync(await AgentAsync(), text);
        page.Texts("tbody th").ShouldHaveSingleItem().ShouldContain("N0009001");
        page.ShouldShow("山田 花子").ShouldShow("回線コントロール").ShouldShow("C-900001").ShouldShow("有効");
    }

    [Fact]
    public async Task ADMIN_2_SearchingIsRecordedWithWhatWasTyped()
    {
        var agent = await AgentAsync();
        await SearchAsync(agent, "山田");
        await agent.GetAsync("/admin/users?tenant=control&q=" + Uri.EscapeDataString("花子"));

        var events = await EventsAsync("users-searched");
        events.Select(recorded => (recorded.Tenant, recorded.Event.Details)).ShouldBe(
            [(Staff, """{"q":"山田","rows":1}"""), (Control, """{"q":"花子","rows":1}""")], ignoreOrder: true);
        events.ShouldAllBe(recorded => recorded.Event.ActorName == AgentId);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" 　")]
    public async Task RX_07_TooLittleSearchesNothing(string text)
    {
        (await SearchAsync(await AgentAsync(), text)).ShouldBeOk().ShouldShow("2文字以上で検索してください").Has("tbody").ShouldBeFalse();
        (await EventsAsync("users-searched")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("N")]
    [InlineData("山")]
    public async Task RX_07_OneLetterIsRefusedAndSaidSo(string text)
    {
        var page = await SearchAsync(await AgentAsync(), text);
        page.ShouldBeRefused().ShouldShow("検索する文字を2文字以上で入力してください");
        page.Title.ShouldStartWith("エラー：");
        (await EventsAsync("users-searched")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("%%%%")]
    [InlineData("____")]
    [InlineData("' OR 1=1 --")]
    public async Task IV_13_SignsOfThePatternLanguageFindNobody(string text) =>
        (await SearchAsync(await AgentAsync(), text)).ShouldBeOk().ShouldShow("該当するものはありません");

    [Fact]
    public async Task ADMIN_11_EN_12_PeopleOfOtherTenantsAreNotFound()
    {
        await new Account(Rental, "R900001") { Email = "yamada@rental.example.jp", FamilyName = "山田" }.AddToAsync(App);
        var agent = await AgentAsync();

        (await SearchAsync(agent, "山田")).ShouldShow("検索結果（1件）").ShouldNotShow("R900001");
        (await agent.GetAsync("/admin/users?tenant=rental&q=" + Uri.EscapeDataString("山田"))).ShouldBeNotFound();
    }

    [Fact]
    public async Task ADMIN_2_TheRecordShowsStateSessionsAndHistoryAndIsRecorded()
    {
        await App.CreateBrowser().SignInAsync(Control, "N0009001");
        var agent = await AgentAsync();

        var page = await agent.GetAsync(PathOf(Control, found));

        page.ShouldBeOk().ShouldShow("山田 花子（N0009001）").ShouldShow("山田 花子").ShouldShow("ヤマダ").ShouldShow("試験株式会社")
            .ShouldShow("Yamada.Hanako@control.example.jp").ShouldShow("203.0.113.10").ShouldShow("ログイン中の端末（1件）").ShouldShow("ログイン");
        var viewed = (await EventsAsync("user-viewed")).ShouldHaveSingleItem();
        (viewed.Tenant, viewed.Event.SubjectId, viewed.Event.ActorName).ShouldBe((Control, found, AgentId));
    }

    [Fact]
    public async Task ADMIN_2_TheRecordOffersWhatCanBeDoneNow()
    {
        var agent = await AgentAsync();
        Acts(await agent.GetAsync(PathOf(Control, found))).ShouldBe(["仮パスワードを発行", "登録内容を変更", "ログインを無効化"]);

        var locked = await AddLockedAsync(Security, "locked.cs");
        Acts(await agent.GetAsync(PathOf(Security, locked))).ShouldBe(["ロックを解除", "再設定の案内を送信", "登録内容を変更", "ログインを無効化"]);

        var disabled = await new Account(Control, "N0009002") { With = user => user.DisabledAt = App.Time.GetUtcNow() }.AddToAsync(App);
        Acts(await agent.GetAsync(PathOf(Control, disabled))).ShouldBe(["ログインを有効化", "仮パスワードを発行", "登録内容を変更"]);
    }

    [Fact]
    public async Task AU_09_WhoLookedIsNotForThoseWithoutTheAuditLog()
    {
        var agent = await AgentAsync();
        await agent.GetAsync(PathOf(Control, found));
        (await agent.GetAsync(PathOf(Control, found))).ShouldNotShow("利用者情報の閲覧");
    }

    [Fact]
    public async Task AU_06_AHostileNameIsShownAsItIs()
    {
        await App.World.Accounts.ChangeAsync(found, set => set
            .SetProperty(user => user.FamilyName, "<img src=x onerror=alert(1)>")
            .SetProperty(user => user.Department, "@Model {{7*7}}"));
        var page = await (await AgentAsync()).GetAsync(PathOf(Control, found));
        page.Has("main img").ShouldBeFalse();
        page.ShouldShow("<img src=x onerror=alert(1)>").ShouldShow("@Model {{7*7}}");
    }

    [Theory]
    [InlineData(Rental)]
    [InlineData("nowhere")]
    [InlineData(Staff)]
    public async Task AZ_01_AForeignTenantIsAsUnknownAsOneThatNeverWas(string site)
    {
        var agent = await AgentAsync();
        (await agent.GetAsync(PathOf(site, found))).ShouldBeNotFound();
        (await agent.GetAsync(PathOf(Control, Guid.CreateVersion7()))).ShouldBeNotFound();
    }

    [Fact]
    public async Task AZ_01_ARealAccountOfAForeignTenantIsNotFoundAndTheAttemptIsRecorded()
    {
        var foreign = await new Account(Rental, "R900001") { Email = "a@rental.example.jp" }.AddToAsync(App);
        (await (await AgentAsync()).GetAsync(PathOf(Rental, foreign))).ShouldBeNotFound();

        (await EventsAsync("user-viewed")).ShouldBeEmpty();
        var attempt = (await EventsAsync("foreign-id-requested")).ShouldHaveSingleItem();
        (attempt.Event.ActorName, attempt.Event.SubjectName).ShouldBe((AgentId, Rental));
    }

    [Fact]
    public async Task AZ_13_TheSecondWallHoldsWhereTheFirstIsLifted()
    {
        var rental = await App.World.Tenants.IdOfAsync(Rental);
        await new Account(Rental, "R900001") { Email = "a@rental.example.jp" }.AddToAsync(App);
        var seen = await App.QueryAsync(Control,
            db => db.Users.IgnoreQueryFilters().CountAsync(user => user.TenantId == rental));
        seen.ShouldBe(0);
    }

    private static Task<PortalPage> SearchAsync(PortalBrowser browser, string text) =>
        browser.GetAsync("/admin/users?q=" + Uri.EscapeDataString(text));

    private static IReadOnlyList<string> Acts(PortalPage page) => page.Texts("main .p-actions a");
}
