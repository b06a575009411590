using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.Delegation;
using Portal.TestKit.Accounts;
using Portal.TestKit.Mail;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Domain.Accounts.MailedLinks;
using Portal.Web.Domain.Accounts.Registration;

namespace Portal.Web.Tests.Features.Operators;

/// <summary>
/// Users of one login ID of tenant `rental` (USER-1 to USER-3), and of two others that they know nothing of.
/// </summary>
public sealed partial class LookingAfterPeers() : PeopleTest(Tenant)
{
    private const string Tenant = "rental";
    private const string List = "/t/rental/operators";
    private const string LoginId = "R900001";
    private const string TaroAddress = "taro@rental.example.jp";
    private const string HanakoAddress = "hanako@rental.example.jp";
    private const string NewAddress = "shinjin@rental.example.jp";
    private const string Form = "form:has(button[name=Step])";

    private Guid taro;
    private Guid hanako;
    private Guid neighbour;
    private Guid stranger;

    protected override async Task AddPeopleAsync()
    {
        taro = await User(LoginId, TaroAddress).AddToAsync(App);
        hanako = await (User(LoginId, HanakoAddress) with { FamilyName = "田中", GivenName = "花子" }).AddToAsync(App);
        neighbour = await User("R900002", HanakoAddress).AddToAsync(App);
        stranger = await (User("R900003", "stranger@rental.example.jp") with { Contract = "R900003" }).AddToAsync(App);
    }

    private static Account User(string loginId, string address) => new(Tenant, loginId) { Email = address, Contract = "R900001" };

    private static string Page(Guid id, string act = "") => act.Length == 0 ? $"{List}/{id}" : $"{List}/{id}/{act}";

    private Task<PortalBrowser> TaroAsync() => SignedInAsync(LoginId, email: TaroAddress);

    private Task<PortalBrowser> HanakoAsync() => SignedInAsync(LoginId, email: HanakoAddress);

    private static async Task<PortalPage> CheckAsync(PortalBrowser who, string address) =>
        await (await who.GetAsync(List + "/new")).ShouldBeOk().Form(Form).Fill("Email", address).SubmitAsync("確認へ進む");

    private static async Task<PortalPage> AddAsync(PortalBrowser who, string address) =>
        await (await CheckAsync(who, address)).ShouldBeOk().Form(Form).SubmitAsync("追加して招待メールを送信");

    private Task<Guid> IdOfAddressAsync(string address) =>
        App.World.Accounts.ReadAsync(user => user.Email == address && user.UserName == LoginId, user => user.Id)!;

    [Fact]
    public async Task FACE_7_USER_1_TheSearchNamesWhatPeopleHaveHere_AndTheAddressOnce()
    {
        var taroReads = await TaroAsync();

        (await taroReads.GetAsync(List)).ShouldBeOk().ShouldShow("メールアドレス、氏名で探せます。").ShouldNotShow("部署");
        (await taroReads.GetAsync(List + "?culture=en")).ShouldBeOk().ShouldShow("Searches email address and name.");
    }

    private Task<long> CountAsync() => App.World.Accounts.CountAsync(user => user.UserName == LoginId);

    [Fact]
    public async Task USER_1_TheListHasTheUsersOfOnesOwnLoginIdAlone()
    {
        var page = (await (await TaroAsync()).GetAsync(List)).ShouldBeOk();
        page.Texts("tbody th").ShouldBe([TaroAddress, HanakoAddress], ignoreOrder: true);
        page.ShouldShow("メールアドレス、氏名で探せます。").ShouldNotShow("stranger@").ShouldShow("ログインID R900001 の利用者です。10件まで登録できます（あと8件）。");
    }

    [Fact]
    public async Task USER_2_SettingsAndUsersAreTabsOfOnePage()
    {
        var browser = await TaroAsync();
        foreach (var address in new[] { List, "/t/rental/account", Page(hanako) })
        {
            var page = (await browser.GetAsync(address)).ShouldBeOk();
            page.Texts(".p-tabs a").Take(2).ShouldBe(["設定", "利用者"]);
            page.Texts(".p-tabs a[aria-current=page]").ShouldBe([address.StartsWith(List, StringComparison.Ordinal) ? "利用者" : "設定"]);
            foreach (var tab in page.Document.QuerySelectorAll(".p-tabs a"))
            {
                (await browser.GetAsync(tab.GetAttribute("href")!)).ShouldBeOk();
            }
        }

        (await browser.GetAsync("/t/rental/home")).Has(".p-tabs").ShouldBeFalse();
        (await browser.GetAsync("/t/rental/home")).Texts(".p-nav a").ShouldContain("お客さま情報");
    }

    [Fact]
    public async Task USER_4_TheSettingsLeadToPasswordNameAndCode_AndHelpThoseWhoLostTheirMailbox()
    {
        var browser = await TaroAsync();
        var page = (await browser.GetAsync("/t/rental/account")).ShouldBeOk();
        foreach (var entry in new[] { "account/password", "account/profile", "account/security" })
        {
            page.Has($"main a[href='/t/rental/{entry}']").ShouldBeTrue(entry);
            (await browser.GetAsync("/t/rental/" + entry)).ShouldBeOk();
        }

        page.ShouldShow("これまでのメールアドレスを受信できない場合").Has("main a[href='/t/rental/operators']").ShouldBeTrue();
    }

    [Fact]
    public async Task USER_3_AnAddressIsAdded_AndInvitedToSetItsPassword()
    {
        var answer = await AddAsync(await TaroAsync(), NewAddress);
        var id = await IdOfAddressAsync(NewAddress);
        answer.ShouldRedirectTo(Page(id));
        (await answer.FollowAsync()).ShouldShow("招待中").ShouldShow(NewAddress);

        (await UserAsync(user => user.NormalizedUserName, id)).ShouldBe("r900001 " + NewAddress);
        (await UserAsync(user => user.ContractId, id)).ShouldBe(await UserAsync(user => user.ContractId, taro));
        (await EventsAsync("user-registered", id)).ShouldBe(1);
        (await EventsAsync("invitation-sent", id)).ShouldBe(1);
        var mail = (await App.MailsAsync(NewAddress)).ShouldHaveSingleItem();
        mail.Text.ShouldContain("/t/rental/invite/");
        mail.Text.ShouldContain(LoginId);
        (await App.World.Links.ReadAsync(id, link => link.ExpiresAt - link.CreatedAt)).ShouldBe(TimeSpan.FromHours(1));
    }

    [Fact]
    public async Task USER_3_TheInvitationIsSentAgain_WhileItIsPending()
    {
        await AddAsync(await TaroAsync(), NewAddress);
        var id = await IdOfAddressAsync(NewAddress);
        App.Time.Advance(TimeSpan.FromMinutes(61));
        var hanakos = await HanakoAsync();
        (await ConfirmAsync(hanakos, Page(id, "invitation"))).ShouldRedirectTo(Page(id));

        (await EventsAsync("invitation-sent", id)).ShouldBe(2);
        (await App.World.Links.CountUsableAsync(id)).ShouldBe(1);
        (await hanakos.GetAsync(Page(taro, "invitation"))).ShouldRedirectTo(Page(taro));
    }

    [Theory]
    [InlineData(HanakoAddress)]
    [InlineData("ＨＡＮＡＫＯ@rental.example.jp")]
    public async Task EN_13_USER_1_TheSameAddressTwiceOnOneLoginIdIsRefusedInWords(string address)
    {
        var refused = (await CheckAsync(await TaroAsync(), address)).ShouldBeRefused().ShouldShow("すでにこのログインIDに登録されています");

        refused.Find("[aria-invalid=true]").GetAttribute("name").ShouldBe("Email");
        (await CountAsync()).ShouldBe(2);
        (await EventsAsync("login-id-probed")).ShouldBe(0);
    }

    [Fact]
    public async Task EN_13_USER_1_AnAddressThatAColleagueAddedMeanwhile_IsRefusedAtItsField()
    {
        var check = await CheckAsync(await TaroAsync(), NewAddress);
        await AddAsync(await HanakoAsync(), NewAddress);

        var refused = await check.ShouldBeOk().Form(Form).SubmitAsync("追加して招待メールを送信");

        refused.ShouldBeRefused().Find("[aria-invalid=true]").GetAttribute("name").ShouldBe("Email");
        (await CountAsync()).ShouldBe(3);
    }

    [Fact]
    public async Task USER_3_TheCheckPage_ShowsADashForNamesThatWereLeftOut_AndCarriesThoseThatWereNot()
    {
        var browser = await TaroAsync();

        (await CheckAsync(browser, NewAddress)).ShouldBeOk().Texts(".p-summary dd").Count(value => value == "–").ShouldBe(4);
        var form = (await browser.GetAsync(List + "/new")).Form(Form).Fill("Email", NewAddress).Fill("FamilyName", "試験");
        (await (await form.SubmitAsync("確認へ進む")).ShouldBeOk().Form(Form).SubmitAsync("追加して招待メールを送信"))
            .ShouldBe(HttpStatusCode.SeeOther);

        (await UserAsync(user => user.FamilyName, await IdOfAddressAsync(NewAddress))).ShouldBe("試験");
    }

    [Fact]
    public async Task USER_3_WhoMayNotReleaseALock_ReadsWhenItEnds_AndWhomToAsk()
    {
        await LockAsync(hanako, App.Time.GetUtcNow().AddMinutes(30));

        var page = (await (await TaroAsync()).GetAsync(Page(hanako))).ShouldBeOk();

        page.ShouldShow("ロックされています").ShouldShow("に、自動で解除されます。").ShouldShow("次の連絡先").ShouldShow("support@rental.example.jp");
        page.ShouldNotShow("本人であることを確かめて").Has("a[href*=lockout-release]").ShouldBeFalse();
    }

    [Fact]
    public async Task EN_13_USER_1_OnAnotherLoginIdTheAddressIsFine()
    {
        (await AddAsync(await TaroAsync(), "stranger@rental.example.jp")).ShouldBe(HttpStatusCode.SeeOther);
        (await CountAsync()).ShouldBe(3);
    }

    [Fact]
    public async Task EN_13_AnAddressOfAnotherTenantIsFine()
    {
        await new Account("security", "known@example.jp.cs") { Email = NewAddress, Contract = "N900000001" }.AddToAsync(App);
        (await AddAsync(await TaroAsync(), NewAddress)).ShouldBe(HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task USER_3_TheEleventhIsRefusedInWords()
    {
        var browser = await TaroAsync();
        var late = await CheckAsync(browser, "late@rental.example.jp");
        for (var i = 3; i <= 10; i++)
        {
            (await AddAsync(browser, $"user{i}@rental.example.jp")).ShouldBe(HttpStatusCode.SeeOther);
        }

        (await late.Form(Form).SubmitAsync("追加して招待メールを送信")).ShouldBeRefused().ShouldShow("登録できる数に達しているため");
        (await browser.GetAsync(List + "/new")).ShouldBeOk().ShouldShow("登録できる数に達しているため").Has("[name=Email]").ShouldBeFalse();
        (await browser.GetAsync(List)).ShouldShow("（あと0件）").Has("a[href$='/operators/new']").ShouldBeFalse();
        (await CountAsync()).ShouldBe(10);
    }

    [Fact]
    public async Task TR_23_TheCapHoldsUnderTwentyParallelAdds()
    {
        var browser = await TaroAsync();
        var checks = new List<PortalPage>();
        for (var i = 0; i < 20; i++)
        {
            checks.Add(await CheckAsync(browser, $"at-once{i}@rental.example.jp"));
        }

        var answers = await Task.WhenAll(checks.Select(SendAsync));

        // Who waited too long for its turn is told to try again.
        foreach (var at in Enumerable.Range(0, answers.Length).Where(at => answers[at].Status == HttpStatusCode.ServiceUnavailable))
        {
            answers[at] = await SendAsync(checks[at]);
        }

        answers.Count(answer => answer.Status == HttpStatusCode.SeeOther).ShouldBe(8);
        answers.Count(answer => answer.Status == HttpStatusCode.UnprocessableEntity).ShouldBe(12);
        (await CountAsync()).ShouldBe(10);
        (await EventsAsync("invitation-sent")).ShouldBe(8);

        Task<PortalPage> SendAsync(PortalPage check) => check.Form(Form).SubmitAsync("追加して招待メールを送信");
    }

    [Fact]
    public async Task USER_3_DeletingAsksFirst_ThenItIsGoneAtOnceAndTheOwnerIsTold()
    {
        var hanakos = await HanakoAsync();
        var browser = await TaroAsync();
        (await browser.GetAsync(Page(hanako, "delete"))).ShouldBeOk().ShouldShow(HanakoAddress).ShouldShow("元に戻せません");
        await App.World.Mails.ClearAsync();
        (await ConfirmAsync(browser, Page(hanako, "delete"))).ShouldRedirectTo(List);

        (await browser.GetAsync(List)).ShouldNotShow("花子");
        (await browser.GetAsync(Page(hanako))).ShouldBeNotFound();
        (await hanakos.GetAsync("/t/rental/home")).Location.ShouldNotBeNull().ShouldContain("/login");
        (await App.CreateBrowser().TrySignInAsync(Tenant, LoginId, email: HanakoAddress)).ShouldBeRefused();
        (await App.MailsAsync(HanakoAddress)).ShouldHaveSingleItem().Subject.ShouldContain("削除");
        (await App.MailsAsync(HanakoAddress))[0].Text.ShouldContain("操作した人: ほかの利用者");
        (await App.MailsAsync(HanakoAddress))[0].Text.ShouldContain("ログインID: 末尾");

        (await EventsAsync("user-removed", hanako)).ShouldBe(1);
        (await EventsAsync("signed-in", hanako)).ShouldBe(1, "what was recorded outlives the account");
        (await App.World.Sessions.CountAsync(hanako)).ShouldBe(0);
        await SignedInAsync("R900002", email: HanakoAddress);
    }

    [Fact]
    public async Task TR_22_DeletingKillsTheInvitation_AndTheAddressCanBeAddedAgain()
    {
        var browser = await TaroAsync();
        await AddAsync(browser, NewAddress);
        var id = await IdOfAddressAsync(NewAddress);
        var link = InvitationPath().Match((await App.MailsAsync(NewAddress)).ShouldHaveSingleItem().Text).Value;
        (await (await App.CreateBrowser().GetAsync(link)).FollowAsync()).Has("[autocomplete=new-password]").ShouldBeTrue();
        await ConfirmAsync(browser, Page(id, "delete"));
        (await (await App.CreateBrowser().GetAsync(link)).FollowAsync()).Has("[autocomplete=new-password]").ShouldBeFalse();

        (await App.World.Links.CountAsync(id)).ShouldBe(0);
        (await AddAsync(browser, NewAddress)).ShouldBe(HttpStatusCode.SeeOther);
        (await IdOfAddressAsync(NewAddress)).ShouldNotBe(id);
    }

    [Fact]
    public async Task USER_3_NobodyDeletesTheAddressTheyAreSignedInWith()
    {
        var browser = await TaroAsync();
        (await browser.GetAsync(Page(taro, "delete"))).ShouldBeRefused().ShouldShow("自分自身に対しては、この操作はできません。ほかの利用者に依頼してください。");
        (await browser.GetAsync(Page(taro))).ShouldBeOk().Has("a[href*='/delete']").ShouldBeFalse();
        var token = (await browser.GetAsync(Page(hanako, "delete"))).Find("main [name=__RequestVerificationToken]").GetAttribute("value")!;
        (await browser.PostAsync(Page(taro, "delete"), [new("__RequestVerificationToken", token)])).ShouldBeRefused();
        (await CountAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task USER_3_TwoDeletingEachOtherAtOnce_OneStays()
    {
        var pages = new[] { await (await TaroAsync()).GetAsync(Page(hanako, "delete")),
            await (await HanakoAsync()).GetAsync(Page(taro, "delete")) };
        var answers = await Task.WhenAll(pages.Select(page => page.Form().SubmitAsync()));

        (await CountAsync()).ShouldBe(1);
        (await EventsAsync("user-removed")).ShouldBe(1);
        answers.ShouldNotContain(answer => answer.Status == HttpStatusCode.InternalServerError);
    }

    [Fact]
    public async Task USER_3_TheLastAddressCannotBeRemoved_ByAnybody()
    {
        var outcome = await App.InTenantAsync(Tenant, async services =>
        {
            var user = await services.GetRequiredService<PortalDbContext>().Users.SingleAsync(row => row.Id == stranger);
            return await services.GetRequiredService<RemovalService>().RemoveAsync(user);
        });

        outcome.ShouldBe(RemovalOutcome.Last);
    }

    [Fact]
    public async Task AZ_01_UsersOfOtherLoginIdsDoNotExist()
    {
        var browser = await TaroAsync();
        foreach (var id in new[] { neighbour, stranger })
        {
            foreach (var act in new[] { "", "delete", "invitation" })
            {
                (await browser.GetAsync(Page(id, act))).ShouldBeNotFound();
            }
        }

        foreach (var act in new[] { "edit", "recovery", "disable", "login-id", "permissions", "end-sessions" })
        {
            (await browser.GetAsync(Page(hanako, act))).ShouldBeNotFound();
        }
    }

    [Fact]
    public async Task AZ_03_NothingButAddressAndNameIsTaken()
    {
        var check = await CheckAsync(await TaroAsync(), NewAddress);
        await check.Form(Form).Forge("LoginId", "R900003").Forge("Role", "Manager").Forge("Administrator", "true")
            .Forge("ContractId", Guid.NewGuid().ToString()).SubmitAsync("追加して招待メールを送信");

        var id = await IdOfAddressAsync(NewAddress);
        (await UserAsync(user => user.Role, id)).ShouldBe(AccountRole.Member);
        (await UserAsync(user => user.UserName, id)).ShouldBe(LoginId);
    }

    [GeneratedRegex("/t/rental/invite/[A-Za-z0-9_-]+")]
    private static partial Regex InvitationPath();
}
