using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.TestKit.Accounts;
using Portal.TestKit.Mail;
using Portal.TestKit.Web;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Addresses;
using Portal.Web.Domain.Accounts.Credentials;
using Portal.Web.Domain.Accounts.Details;
using Portal.Web.Domain.Accounts.Hashing;
using Portal.Web.Domain.Accounts.Locks;
using Portal.Web.Domain.Accounts.Passwords;

namespace Portal.Web.Tests.Features.Recovery;

/// <summary>
/// Changing one's own address: by proof of the old one and the new one, or by a fresh proof and the new one.
/// </summary>
public sealed class ChangingTheAddress : ResetTest
{
    private const string Site = "rental";
    private const string LoginId = "R900020";
    private const string Old = "old@rental.example.jp";
    private const string New = "new@rental.example.jp";
    private PortalBrowser browser = null!;

    protected override Account Usual => new(Site, LoginId) { Email = Old };

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        browser = App.CreateBrowser();
        await browser.SignInAsync(Site, LoginId, email: Old);
    }

    [Fact]
    public async Task MAIL_1_TR_23_InRental_BothAddressesAreProven_UntilThenTheOldOneSignsIn()
    {
        await BeginAsync();
        (await EmailAsync()).ShouldBe(Old);
        var sent = await NameAsync(New);
        (await sent.ShouldRedirectTo("/t/rental/email/new/sent").FollowAsync()).ShouldBeOk().ShouldShow("新しいアドレスに、確認のメールを送りました");
        (await EmailAsync()).ShouldBe(Old);
        await App.CreateBrowser().SignInAsync(Site, LoginId, email: Old);
        (await browser.GetAsync("/t/rental/account/email")).ShouldBeOk().ShouldShow(New + " の確認待ち");

        var done = await ConfirmAsync((await LinksAsync(New, "email/confirm"))[^1]);
        (await done.ShouldRedirectTo("/t/rental/email/confirm/done").FollowAsync()).ShouldBeOk();
        (await EmailAsync()).ShouldBe(New);
        await App.CreateBrowser().SignInAsync(Site, LoginId, email: New);
        (await App.CreateBrowser().TrySignInAsync(Site, LoginId, email: Old)).ShouldBeRefused();
        (await EventsAsync("email-changed")).ShouldBe(1);
        (await App.MailsAsync(Old))[^1].Text.ShouldContain("変更を取り消せます");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task MAIL_1_TR_04_WhatEndsTheLinks_EndsTheChange_AndNothingIsShownAsWaiting(bool isPassword)
    {
        await BeginAsync();
        await NameAsync(New);
        (await browser.GetAsync("/t/rental/account/email")).ShouldBeOk().ShouldShow("の確認待ち");

        await App.InTenantAsync(Site, async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            var user = await db.Users.SingleAsync(row => row.UserName == LoginId);
            if (isPassword)
            {
                await services.GetRequiredService<CredentialChange>().ApplyAsync(user, CredentialReason.PasswordSet);
            }
            else
            {
                await services.GetRequiredService<RegisteredAddress>().RegisterAsync(user, "given@rental.example.jp", null);
            }
        });

        var again = App.CreateBrowser();
        await again.SignInAsync(Site, LoginId, email: isPassword ? Old : "given@rental.example.jp");
        (await again.GetAsync("/t/rental/account/email")).ShouldBeOk().ShouldNotShow("の確認待ち");
        (await OpenAsync((await LinksAsync(New, "email/confirm"))[^1])).ShouldBeNotFound();
    }

    [Fact]
    public async Task MAIL_1_TheOldAddressUndoesItForADay_AndEverybodyIsOut()
    {
        await ChangeAsync();
        var undo = (await LinksAsync(Old, "email/revert")).ShouldHaveSingleItem();
        (await OpenAsync(undo)).ShouldBeOk();
        (await EmailAsync()).ShouldBe(New);

        (await ConfirmAsync(undo)).ShouldRedirectTo("/t/rental/email/revert/done");
        (await EmailAsync()).ShouldBe(Old);
        (await browser.GetAsync("/t/rental/home")).Location.ShouldNotBeNull().ShouldContain("/login");
        (await EventsAsync("email-change-undone")).ShouldBe(1);
        await App.CreateBrowser().SignInAsync(Site, LoginId, email: Old);
        (await OpenAsync(undo)).ShouldBeNotFound();
    }

    [Fact]
    public async Task MAIL_1_AfterADay_ItIsNotUndoneAnyMore()
    {
        await ChangeAsync();
        var undo = (await LinksAsync(Old, "email/revert")).ShouldHaveSingleItem();
        App.Time.Advance(TimeSpan.FromHours(24));
        (await OpenAsync(undo)).ShouldBeNotFound();
    }

    [Fact]
    public async Task MAIL_1_ASecondChangeTakesTheOwnersUndoingAwayFromNobody()
    {
        await ChangeAsync();
        var owners = (await LinksAsync(Old, "email/revert")).ShouldHaveSingleItem();
        await BeginAsync();
        await NameAsync("third@rental.example.jp", New);
        await ConfirmAsync((await LinksAsync("third@rental.example.jp", "email/confirm"))[^1]);
        var thiefs = (await LinksAsync(New, "email/revert")).ShouldHaveSingleItem();

        (await ConfirmAsync(owners)).ShouldRedirectTo("/t/rental/email/revert/done");
        (await EmailAsync()).ShouldBe(Old);
        (await OpenAsync(thiefs)).ShouldBeNotFound();
    }

    [Fact]
    public async Task EN_13_MAIL_2_TakenOnTheSameLoginId_IsSaid_OnAnotherItIsFine()
    {
        await new Account(Site, LoginId) { Email = "colleague@rental.example.jp" }.AddToAsync(App);
        await new Account(Site, "R900021") { Email = "elsewhere@rental.example.jp", Contract = "C-900002" }.AddToAsync(App);
        await BeginAsync();
        var link = (await LinksAsync(Old, "email/new"))[^1];
        var page = await OpenAsync(link);
        (await page.Form("main form").Fill("Email", "Colleague@RENTAL.example.jp").SubmitAsync()).ShouldBeRefused()
            .ShouldShow("同じログインIDの利用者としてすでに登録されています");
        (await page.Form("main form").Fill("Email", "elsewhere@rental.example.jp").SubmitAsync())
            .ShouldRedirectTo("/t/rental/email/new/sent");
    }

    [Fact]
    public async Task EN_13_MAIL_2_TakenBeforeItIsConfirmed_ItIsNotChanged_AndThePageSaysWhy()
    {
        await BeginAsync();
        await NameAsync(New);
        var confirm = (await LinksAsync(New, "email/confirm"))[^1];
        await new Account(Site, LoginId) { Email = New }.AddToAsync(App);

        (await ConfirmAsync(confirm)).ShouldBeRefused().ShouldShow("このアドレスは使えません");

        (await EmailAsync()).ShouldBe(Old);
        (await EventsAsync("email-changed")).ShouldBe(0);
        (await OpenAsync(confirm)).ShouldBeOk();
    }

    [Fact]
    public async Task EN_13_MAIL_2_TheOldOneTakenMeanwhile_IsNotUndone_AndNobodyIsSignedOut()
    {
        await ChangeAsync();
        var undo = (await LinksAsync(Old, "email/revert")).ShouldHaveSingleItem();
        await new Account(Site, LoginId) { Email = Old }.AddToAsync(App);

        (await ConfirmAsync(undo)).ShouldBeRefused().ShouldShow("このアドレスは使えません");

        (await EmailAsync()).ShouldBe(New);
        (await EventsAsync("email-change-undone")).ShouldBe(0);
        (await browser.GetAsync("/t/rental/home")).ShouldBeOk();
    }

    [Fact]
    public async Task CG_02_MAIL_1_ALinkConfirmedTwiceAtOnce_ChangesTheAddressOnce()
    {
        await BeginAsync();
        await NameAsync(New);
        var page = await OpenAsync((await LinksAsync(New, "email/confirm"))[^1]);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => page.Form("main form").Anew().SubmitAsync()));

        const string Done = "/t/rental/email/confirm/done";
        answers.Count(answer => answer.Location == Done).ShouldBe(1);
        answers.Where(answer => answer.Location != Done).ShouldAllBe(answer => (int)answer.Status == 404);
        (await EventsAsync("email-changed")).ShouldBe(1);
        (await EmailAsync()).ShouldBe(New);
    }

    [Theory]
    [InlineData("", "メールアドレスを入力してください")]
    [InlineData("nonsense", "name@example.com")]
    [InlineData("a@b.example,c@d.example", "name@example.com")]
    [InlineData(Old, "現在のアドレスとは別")]
    public async Task MAIL_1_TR_08_WhatIsNoNewAddressIsNamed_AndTheLinkLivesOn(string email, string error)
    {
        await BeginAsync();
        var link = (await LinksAsync(Old, "email/new"))[^1];
        (await (await OpenAsync(link)).Form("main form").Fill("Email", email).SubmitAsync()).ShouldBeRefused().ShouldShow(error);
        (await OpenAsync(link)).ShouldBeOk();
    }

    [Fact]
    public async Task MAIL_1_ResendKillsTheFormerLink_AndCancelBoth()
    {
        await BeginAsync();
        var first = (await LinksAsync(Old, "email/new"))[^1];
        (await PressAsync("もう一度送る")).ShouldRedirectTo("/t/rental/account/email");
        var second = (await LinksAsync(Old, "email/new"))[^1];
        (await OpenAsync(first)).ShouldBeNotFound();
        (await OpenAsync(second)).ShouldBeOk();

        (await PressAsync("変更を取り消す")).ShouldRedirectTo("/t/rental/account/email");
        (await OpenAsync(second)).ShouldBeNotFound();
        (await EventsAsync("email-change-cancelled")).ShouldBe(1);
    }

    [Fact]
    public async Task MAIL_1_SixthLinkInAnHourIsRefused()
    {
        await BeginAsync();
        for (var i = 0; i < 4; i++)
        {
            await PressAsync("もう一度送る");
        }

        (await PressAsync("もう一度送る")).ShouldBeRefused().ShouldShow("1時間後");
    }

    [Fact]
    public async Task TR_04_APasswordChangeOrResetKillsTheLinksOfAChange()
    {
        await BeginAsync();
        var link = (await LinksAsync(Old, "email/new"))[^1];
        var hash = App.Services.GetRequiredService<PasswordHashing>().Hash("Violet8642");
        await App.InTenantAsync(Site, async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            var user = await db.Users.SingleAsync(row => row.Id == UserId);
            await services.GetRequiredService<PasswordReplacement>()
                .SetAsync(user, (await services.GetRequiredService<AccountLocks>().SignInAsync(UserId))!, hash);
        });
        (await OpenAsync(link)).ShouldBeNotFound();
    }

    [Fact]
    public async Task TR_23_TheRequestAsksForAFreshProof()
    {
        App.Time.Advance(TimeSpan.FromMinutes(11));
        (await browser.GetAsync("/t/rental/account/email")).Location.ShouldNotBeNull().ShouldStartWith("/t/rental/reauth");
    }

    [Fact]
    public async Task USER_4_TheSettingsLeadThere_AndSayWhatToDoWithoutTheOldMailbox()
    {
        (await browser.GetAsync("/t/rental/account")).ShouldBeOk().Has("a[href$='/account/email']").ShouldBeTrue();
        (await browser.GetAsync("/t/rental/account/email")).ShouldBeOk().ShouldShow("同じログインIDを使うほかの利用者に");
    }

    [Fact]
    public async Task MAIL_1_Elsewhere_AFreshProofAndTheNewAddress()
    {
        var id = await new Account("officephone", "A0599001") { Email = "first@office.example.jp", IsManager = true }.AddToAsync(App);
        var manager = App.CreateBrowser();
        await manager.SignInAsync("officephone", "A0599001");
        var page = await manager.GetAsync("/t/officephone/account/email");
        (await page.ShouldBeOk().Form("form[action$='/account/email']").Fill("Email", "second＠office.example.jp").SubmitAsync())
            .ShouldRedirectTo("/t/officephone/account/email");
        (await ConfirmAsync((await LinksAsync("second@office.example.jp", "email/confirm"))[^1]))
            .ShouldRedirectTo("/t/officephone/email/confirm/done");
        (await App.World.Accounts.ReadAsync(id, user => user.Email)).ShouldBe("second@office.example.jp");
        (await LinksAsync("first@office.example.jp", "email/revert")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task MAIL_1_OPER_4_AChildInControl_DoesNotChangeIt_ItsParentDoes()
    {
        await new Account("control", "N0009601") { Email = "child@control.example.jp" }.AddToAsync(App);
        await new Account("control", "N0009602") { Email = "parent@control.example.jp", IsManager = true }.AddToAsync(App);
        var child = App.CreateBrowser();
        await child.SignInAsync("control", "N0009601");
        (await child.GetAsync("/t/control/account/email")).ShouldBeForbidden();
        (await child.GetAsync("/t/control/account")).ShouldBeOk().Has("a[href$='/account/email']").ShouldBeFalse();
        var parent = App.CreateBrowser();
        await parent.SignInAsync("control", "N0009602");
        (await parent.GetAsync("/t/control/account/email")).ShouldBeOk();
    }

    [Fact]
    public async Task MAIL_3_AnAddressThatSomebodyElseEntered_CountsAtOnce_AndIsConfirmedByItsLink()
    {
        var id = await new Account("control", "N0009603") { Email = "before@control.example.jp" }.AddToAsync(App);
        await App.InTenantAsync("control", async services =>
            (await services.GetRequiredService<RecoveryDetailsService>()
                .SetEmailAsync(await services.GetRequiredService<PortalDbContext>().Users.SingleAsync(user => user.Id == id),
                    "after@control.example.jp")).ShouldBe(EmailOutcome.Changed));
        (await ConfirmedAsync(id)).ShouldBeFalse();

        var link = (await LinksAsync("after@control.example.jp", "email/proof")).ShouldHaveSingleItem();
        (await OpenAsync(link)).ShouldBeOk();
        (await ConfirmedAsync(id)).ShouldBeFalse();
        (await ConfirmAsync(link)).ShouldRedirectTo("/t/control/email/proof/done");
        (await ConfirmedAsync(id)).ShouldBeTrue();
        (await OpenAsync(link)).ShouldBeNotFound();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task MAIL_1_MAIL_3_AnAddressThatSomebodyElseEntered_IsNotUndoneByTheLinkOfAnEarlierChange(bool byItself)
    {
        const string Vouched = "vouched@office.example.jp";
        var id = await new Account("officephone", "A0599002") { Email = "one@office.example.jp", IsManager = true }.AddToAsync(App);
        var manager = App.CreateBrowser();
        await manager.SignInAsync("officephone", "A0599002");
        await (await manager.GetAsync("/t/officephone/account/email")).Form("form[action$='/account/email']")
            .Fill("Email", "two@office.example.jp").SubmitAsync();
        await ConfirmAsync((await LinksAsync("two@office.example.jp", "email/confirm"))[^1]);
        var undo = (await LinksAsync("one@office.example.jp", "email/revert")).ShouldHaveSingleItem();

        await App.InTenantAsync("officephone", async services =>
        {
            services.GetRequiredService<AuditActor>().ActAs(ActorKind.User, "somebody", byItself ? id : Guid.CreateVersion7());
            var user = await services.GetRequiredService<PortalDbContext>().Users.SingleAsync(row => row.Id == id);
            (await services.GetRequiredService<RecoveryDetailsService>().SetEmailAsync(user, Vouched)).ShouldBe(EmailOutcome.Changed);
        });

        if (byItself)
        {
            await ConfirmAsync(undo);
        }
        else
        {
            (await OpenAsync(undo)).ShouldBeNotFound();
        }

        (await App.World.Accounts.ReadAsync(id, user => user.Email)).ShouldBe(byItself ? "one@office.example.jp" : Vouched);
    }

    [Theory]
    [InlineData("taro.new@rental.example。jp", "taro.new@rental.example.jp", "taro.new@rental.example.jp")]
    [InlineData("taro.new@rental.example.jp\u200B", "taro.new@rental.example.jp", "taro.new@rental.example.jp")]
    [InlineData("taro.new@rental.exam\u00ADple.jp", "taro.new@rental.example.jp", "taro.new@rental.example.jp")]
    [InlineData("taro.new@日本語.jp", "taro.new@xn--wgv71a119e.jp", "taro.new@日本語.jp")]
    [Trait("Review", "F4")]
    [Trait("Review", "F5")]
    public async Task TEXT_1_AnAddressIsWhatItLooksLike(string typed, string stored, string read)
    {
        await BeginAsync();
        await NameAsync(typed);
        (await browser.GetAsync("/t/rental/account/email")).ShouldBeOk().ShouldShow(read + " の確認待ち");
        (await ConfirmAsync((await LinksAsync(stored, "email/confirm"))[^1])).ShouldRedirectTo("/t/rental/email/confirm/done");

        (await EmailAsync()).ShouldBe(stored);
        foreach (var spelling in new[] { stored, read, typed })
        {
            await App.CreateBrowser().SignInAsync(Site, LoginId, email: spelling);
        }
    }

    private async Task<bool> ConfirmedAsync(Guid id) =>
        await App.World.Accounts.HasConfirmedAddressAsync(id);

    private Task<string?> EmailAsync() => App.World.Accounts.ReadAsync(UserId, user => user.Email);

    private async Task BeginAsync() =>
        (await (await browser.GetAsync("/t/rental/account/email")).ShouldBeOk().Form("form[action$='/account/email']").SubmitAsync())
            .ShouldRedirectTo("/t/rental/account/email");

    private async Task<PortalPage> NameAsync(string email, string old = Old) =>
        await (await OpenAsync((await LinksAsync(old, "email/new"))[^1])).ShouldBeOk().Form("main form").Fill("Email", email).SubmitAsync();

    private async Task<PortalPage> ConfirmAsync(string link) => await (await OpenAsync(link)).ShouldBeOk().Form("main form").SubmitAsync();

    private async Task ChangeAsync()
    {
        await BeginAsync();
        await NameAsync(New);
        (await ConfirmAsync((await LinksAsync(New, "email/confirm"))[^1])).ShouldRedirectTo("/t/rental/email/confirm/done");
    }

    private async Task<PortalPage> PressAsync(string button)
    {
        var page = await browser.GetAsync("/t/rental/account/email");
        var action = button == "もう一度送る" ? "resend" : "cancel";
        return await page.ShouldBeOk().Form($"form[action$='/account/email/{action}']").SubmitAsync();
    }
}
