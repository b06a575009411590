using Portal.Rules.Delegation;
using Portal.TestKit.Accounts;
using Portal.TestKit.Mail;
using Portal.TestKit.Web;

namespace Portal.Web.Tests.Features.Recovery;

/// <summary>
/// Whoever says "this was not me" is locked out, and told the ways back that this account has: the page and the mail
/// say the same.
/// </summary>
public sealed class ComingBackAfterDisowning : ResetTest
{
    private const string Reset = "メールのリンクから、新しいパスワードを設定する";
    private const string ByManager = "契約管理者に、ロックの解除を依頼する";
    private const string ByStaff = "お問い合わせ先に、ロックの解除を依頼する";

    protected override Account Usual => new(Tenant, Id) { Email = Email, HasApp = true };

    [Fact]
    public async Task NOTICE_1_LOCK_7_WhereNobodyElseManagesTheContract_NoManagerIsNamed()
    {
        var done = await DisownAsync();

        done.ShouldBeOk().Texts("main li").ShouldBe([Reset, ByStaff]);
        done.Has("a[href$='/unlock']").ShouldBeTrue();
        (await App.MailsAsync(Email))[^1].Text.ShouldNotContain(ByManager);
    }

    [Fact]
    public async Task NOTICE_1_LOCK_7_WhereAManagerCanRelease_ThePageSaysSo_LikeTheMail()
    {
        await new Account(Tenant, "manager@example.jp.cs") { Email = "manager@example.jp", Role = AccountRole.Manager }.AddToAsync(App);

        (await DisownAsync()).ShouldBeOk().Texts("main li").ShouldBe([Reset, ByManager, ByStaff]);

        (await App.MailsAsync(Email))[^1].Text.ShouldContain(ByManager);
    }

    [Fact]
    public async Task NOTICE_1_LOCK_7_AWayThatThisTenantsLockDoesNotEndBy_IsNotOffered()
    {
        await App.ChangeProfileAsync(Tenant, profile => profile with { Lockout = profile.Lockout with { ReleasedBy = ["manager"] } });

        var done = await DisownAsync();

        done.ShouldBeOk().ShouldShow("方法は、メールでもお知らせしました").Texts("main li").ShouldBeEmpty();
        done.Has("a[href$='/unlock']").ShouldBeFalse();
    }

    [Fact]
    public async Task NOTICE_1_OpenedAgain_ThePageKnowsNobody_AndNamesTheMail()
    {
        var browser = App.CreateBrowser();
        var done = await DisownAsync(browser);

        var again = (await browser.GetAsync(done.Address.AbsolutePath)).ShouldBeOk();

        again.ShouldShow("方法は、メールでもお知らせしました").Texts("main li").ShouldBeEmpty();
        (await App.CreateBrowser().GetAsync(done.Address.AbsolutePath + "?culture=en")).ShouldBeOk()
            .ShouldShow("We have also emailed you how.");
    }

    private async Task<PortalPage> DisownAsync(PortalBrowser? browser = null)
    {
        await App.CreateBrowser().SignInAsync(Tenant, Id);
        var link = (await LinksAsync(Email, "not-me")).ShouldHaveSingleItem();
        var ask = await OpenAsync(browser ?? App.CreateBrowser(), link);
        return await (await ask.ShouldBeOk().Form("main form").SubmitAsync()).FollowAsync();
    }
}
