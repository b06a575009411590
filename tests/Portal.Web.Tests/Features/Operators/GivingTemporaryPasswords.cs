using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;

namespace Portal.Web.Tests.Features.Operators;

public sealed class GivingTemporaryPasswords : OperatorsTest
{
    private static async Task<PortalPage> IssueAsync(PortalBrowser parent, Guid id) =>
        await (await parent.GetAsync(Page(id, "temporary-password"))).ShouldBeOk().Form().SubmitAsync("パスワードを初期化");

    private static string Shown(PortalPage page) => page.ShouldBeOk().Find("#temporary-password").TextContent;

    [Fact]
    public async Task TEMP_2_AGeneratedOneIsShownOnceAfterAConfirmation_AndVoidsTheOldPassword()
    {
        var child = await SignedInAsync(ChildId);
        var parent = await SignedInAsync(ParentId);
        (await parent.GetAsync(Page(Child, "temporary-password"))).ShouldShow(ChildId).ShouldShow("24時間");
        var answer = await IssueAsync(parent, Child);
        answer.ShouldRedirectTo(Page(Child, "temporary-password/issued"));
        var shown = await answer.FollowAsync();
        var password = Shown(shown);

        password.Length.ShouldBe(16);
        shown.Headers["Cache-Control"].ShouldContain("no-store");
        shown.Has("[data-copy]").ShouldBeTrue();
        (await EventsAsync("temporary-password-issued", Child)).ShouldBe(1);
        (await DetailsOfAsync("temporary-password-issued")).ShouldNotBeNull().ShouldNotContain(password);
        (await App.CreateBrowser().TrySignInAsync(Tenant, ChildId)).ShouldBeRefused();
        (await child.GetAsync(Page(Child))).Location.ShouldNotBeNull().ShouldContain("/login");
        (await App.CreateBrowser().SignInAsync(Tenant, ChildId, password)).Address.AbsolutePath.ShouldBe("/t/control/password/required");
    }

    [Fact]
    public async Task LOCK_9_ALockThatHadRunOutEndedWhenItDid_NotByTheTemporaryPassword()
    {
        var until = App.Time.GetUtcNow().AddMinutes(20);
        await LockAsync(Child, until);
        await App.World.Locks.ChangeAsync(Child, state => state.FailureAddresses, "198.51.100.7");
        App.Time.Advance(TimeSpan.FromMinutes(21));
        Shown(await (await IssueAsync(await SignedInAsync(ParentId), Child)).FollowAsync());

        (await App.World.Audit.ReadAsync("released-by-time", Child, happened => happened.OccurredAt)).ShouldBe(until);
        (await EventsAsync("released", Child)).ShouldBe(0);
        (await App.World.Locks.ReadAsync(Child, state => state.FailureAddresses)).ShouldBe("");
    }

    [Fact]
    public async Task LOCK_9_ALockThatStillStoodIsReleasedByTheTemporaryPassword_WithEverythingThatLedToIt()
    {
        await LockAsync(Child);
        await App.World.Locks.ChangeAsync(Child, state => state.FailureAddresses, "198.51.100.7");
        Shown(await (await IssueAsync(await SignedInAsync(ParentId), Child)).FollowAsync());

        (await EventsAsync("released", Child)).ShouldBe(1);
        (await App.World.Locks.ReadAsync(Child, state => state.FailureAddresses + state.TotalFailures)).ShouldBe("0");
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public async Task ADMIN_14_OPER_7_APasswordEndsWithItsId_WhereThatEndsFirst(int daysLater, bool endsFirst)
    {
        var today = DateOnly.FromDateTime(App.Time.GetUtcNow().AddHours(9).DateTime);
        await App.World.Accounts.SetValidUntilAsync(Child, today.AddDays(daysLater));

        var shown = await (await IssueAsync(await SignedInAsync(ParentId), Child)).FollowAsync();

        var slip = shown.ShouldBeOk().Find(".p-slip").TextContent;
        slip.Contains("IDの有効期限", StringComparison.Ordinal).ShouldBe(endsFirst);
        shown.Text.Contains("仮パスワードが使えるのもその日までです", StringComparison.Ordinal).ShouldBe(endsFirst);
        var tomorrow = today.AddDays(1);
        slip.Contains($"{tomorrow.Year}年{tomorrow.Month}月{tomorrow.Day}日", StringComparison.Ordinal).ShouldBeTrue();
        shown.Find(".p-slip time").TextContent.Contains(" 0:00", StringComparison.Ordinal).ShouldBe(endsFirst);
    }

    [Fact]
    public async Task ADMIN_14_TheSlipSaysWhereHowAndUntilWhen_AndIsGoneWithThePage()
    {
        var parent = await SignedInAsync(ParentId);
        var answer = await IssueAsync(parent, Child);

        var shown = await answer.FollowAsync();
        var slip = shown.Find(".p-slip");
        slip.QuerySelector(".p-slip__band")!.TextContent.ShouldBe("回線コントロール");
        slip.QuerySelector(".p-slip__facts dd")!.TextContent.ShouldEndWith("/t/control/login");
        slip.QuerySelector(".p-slip__id")!.TextContent.ShouldBe(ChildId);
        slip.QuerySelector(".p-slip__password")!.TextContent.ShouldBe(Shown(shown));
        slip.QuerySelectorAll(".p-slip__password span")
            .ShouldAllBe(sign => char.IsAsciiDigit(sign.TextContent[0]) == (sign.GetAttribute("data-digit") == "True"));
        slip.QuerySelector(".p-qr svg").ShouldNotBeNull();
        slip.QuerySelectorAll("ol li").Length.ShouldBe(3);
        slip.QuerySelector("time").ShouldNotBeNull();
        slip.QuerySelector(".p-slip__contact").ShouldNotBeNull();
        slip.TextContent.ShouldContain("オペレータIDと仮パスワードを入力します。");
        slip.TextContent.ShouldNotContain("ログインID");

        (await parent.GetAsync(answer.Location!)).ShouldBeOk().Has(".p-slip").ShouldBeFalse();
    }

    [Fact]
    public async Task TR_19_ReloadingAndComingBackShowNothing()
    {
        var parent = await SignedInAsync(ParentId);
        var answer = await IssueAsync(parent, Child);
        var password = Shown(await answer.FollowAsync());

        (await parent.GetAsync(answer.Location!)).ShouldBeOk().ShouldNotShow(password).ShouldShow("一度だけ表示されます");
        (await parent.GetAsync(Page(Child))).ShouldNotShow(password);
        (await App.World.TemporaryPasswords.CountMentioningAsync(password)).ShouldBe(0);
        (await App.World.Audit.CountMentioningAsync(password)).ShouldBe(0);
    }

    [Fact]
    public async Task TR_19_SAFE_2_TheSameFormSentAgain_LeadsToTheSamePage_WhichShowsNothingMore()
    {
        var parent = await SignedInAsync(ParentId);
        var form = (await parent.GetAsync(Page(Child, "temporary-password"))).ShouldBeOk().Form();
        var answer = await form.SubmitAsync("パスワードを初期化");
        (await form.SubmitAsync("パスワードを初期化")).ShouldRedirectTo(answer.Location!);
        var password = Shown(await answer.FollowAsync());

        var again = await (await form.SubmitAsync("パスワードを初期化")).ShouldRedirectTo(answer.Location!).FollowAsync();

        again.ShouldBeOk().ShouldNotShow(password).ShouldShow("一度だけ表示されます");
        (await App.World.TemporaryPasswords.CountAsync(row => row.UserId == Child)).ShouldBe(1);
        (await App.QueryAsync(Tenant, db => db.FormAnswers.CountAsync(row => row.ProtectedAnswer != null))).ShouldBe(0);
        (await App.CreateBrowser().SignInAsync(Tenant, ChildId, password)).Address.AbsolutePath.ShouldBe("/t/control/password/required");
    }

    [Fact]
    public async Task TR_19_TheSecretOfOneIsNotShownOnThePageOfAnother()
    {
        var parent = await SignedInAsync(ParentId);
        await IssueAsync(parent, Child);
        (await parent.GetAsync(Page(Sibling, "temporary-password/issued"))).ShouldBeOk().Has("#temporary-password").ShouldBeFalse();
    }

    [Fact]
    public async Task TR_18_OfTwoIssuedAtOnceOneLives_AndTheOtherParentSeesThatItWasSuperseded()
    {
        await new Account(Tenant, "N0009009") { IsManager = true }.AddToAsync(App);
        var parents = new[] { await SignedInAsync(ParentId), await SignedInAsync("N0009009") };
        var answers = await Task.WhenAll(parents.Select(parent => IssueAsync(parent, Child)));
        var pages = new[] { await answers[0].FollowAsync(), await answers[1].FollowAsync() };

        pages.Count(page => page.Has("#temporary-password")).ShouldBe(1);
        pages.Count(page => page.Text.Contains("別の仮パスワードが発行されたため", StringComparison.Ordinal)).ShouldBe(1);
        (await App.World.TemporaryPasswords.CountCurrentAsync(Child)).ShouldBe(1);
        await App.CreateBrowser().SignInAsync(Tenant, ChildId, Shown(pages.Single(page => page.Has("#temporary-password"))));
    }

    [Fact]
    public async Task OPER_5_AParentMayTypeOne_WhereTheProfileSaysSo()
    {
        var parent = await SignedInAsync(ParentId);
        var form = (await parent.GetAsync(Page(Child, "temporary-password"))).Form().Choose("Way", "type").Fill("Password", "Typed2468x")
            .Fill("PasswordAgain", "Typed2468x");
        Shown(await (await form.SubmitAsync("パスワードを初期化")).FollowAsync()).ShouldBe("Typed2468x");
        (await App.CreateBrowser()
            .SignInAsync(Tenant, ChildId, "Typed2468x")).Address.AbsolutePath.ShouldBe("/t/control/password/required");

        await App.ChangeProfileAsync(Tenant,
            profile => profile with { Operators = profile.Operators! with { ManagerMayType = false, Register = false } });
        var page = await parent.GetAsync(Page(Child, "temporary-password"));
        page.Has("[name=Way]").ShouldBeFalse();
        Shown(await (await page.Form().Forge("Way", "type").Forge("Password", "Typed9999x").Forge("PasswordAgain", "Typed9999x")
            .SubmitAsync()).FollowAsync()).ShouldNotBe("Typed9999x");
    }

    [Theory]
    [InlineData("", "", "仮パスワードを入力してください")]
    [InlineData("Typed2468x", "Typed2468y", "仮パスワードが一致しません")]
    [InlineData("short1", "short1", "8文字以上")]
    [InlineData("onlyletters", "onlyletters", "数字を1文字以上")]
    public async Task OPER_5_ATypedOneKeepsTheTenantsRules(string password, string again, string message)
    {
        var page = await (await SignedInAsync(ParentId)).GetAsync(Page(Child, "temporary-password"));
        var answer = await page.Form().Choose("Way", "type").Fill("Password", password).Fill("PasswordAgain", again)
            .SubmitAsync("パスワードを初期化");

        answer.ShouldBeRefused().ShouldShow(message);
        (await EventsAsync("temporary-password-issued")).ShouldBe(0);
        await App.CreateBrowser().SignInAsync(Tenant, ChildId);
    }

    /// <summary>A refusal would tell a parent what the password is, as often as it likes and without a trace.</summary>
    [Fact]
    public async Task CG_23_TypingTheChildsOwnPassword_TellsNothing_AndItIsTemporaryAllTheSame()
    {
        const string Own = "Violet8642tram";
        var id = await new Account(Tenant, "N0009008") { Password = Own }.AddToAsync(App);
        var page = await (await SignedInAsync(ParentId)).GetAsync(Page(id, "temporary-password"));
        var answer = await page.Form().Choose("Way", "type").Fill("Password", Own).Fill("PasswordAgain", Own)
            .SubmitAsync("パスワードを初期化");

        Shown(await answer.ShouldRedirectTo(Page(id, "temporary-password/issued")).FollowAsync()).ShouldBe(Own);
        var required = await App.CreateBrowser().SignInAsync(Tenant, "N0009008", Own);
        required.Address.AbsolutePath.ShouldBe("/t/control/password/required");
        (await required.Form("main form").Fill("Current", Own).Fill("New", Own).Fill("Again", Own).SubmitAsync()).ShouldBeRefused();
    }

    [Fact]
    public async Task TEMP_5_IssuingReleasesTheLockout()
    {
        await LockAsync(Child);
        var password = Shown(await (await IssueAsync(await SignedInAsync(ParentId), Child)).FollowAsync());

        (await IsLockedAsync(Child)).ShouldBeFalse();
        (await EventsAsync("released", Child)).ShouldBe(1);
        await App.CreateBrowser().SignInAsync(Tenant, ChildId, password);
    }

    [Fact]
    public async Task TEMP_2_NobodyInitialisesItsOwnPassword() =>
        (await (await SignedInAsync(ParentId)).GetAsync(Page(Parent, "temporary-password"))).ShouldBeRefused().ShouldShow("自分自身に対しては");

    [Fact]
    public async Task TEMP_2_WhereTheTenantHasNone_ThereIsNoSuchPage()
    {
        await App.ChangeProfileAsync(Tenant,
            profile => profile with
            {
                TemporaryPassword = profile.TemporaryPassword! with { ByManager = false },
                Operators = profile.Operators! with { ManagerMayType = false, Register = false }
            });
        var parent = await SignedInAsync(ParentId);
        (await parent.GetAsync(Page(Child, "temporary-password"))).ShouldBeNotFound();
        (await parent.GetAsync(Page(Child))).ShouldNotShow("パスワードの初期化");
    }
}
