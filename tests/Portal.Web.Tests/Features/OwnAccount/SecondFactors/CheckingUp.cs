using Portal.Rules.SecondFactors;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Tenancy.Profiles;
using Portal.Web.Tests.Features.SignIn;

namespace Portal.Web.Tests.Features.OwnAccount.SecondFactors;

/// <summary>One page tells how safe the account is: a verdict, each method, what comes next, devices.</summary>
public sealed class CheckingUp : SignInTest
{
    private const string Security = "/t/control/account/security";

    private Task OfferAsync(params string[] methods) => App.ChangeProfileAsync(Tenant,
        profile => profile with { SecondFactor = new SecondFactorProfile(SecondFactorMode.Optional, methods) });

    [Fact]
    public async Task FACE_3_WhoIsKeptByAPasswordAlone_IsToldSo_AndLedToTheNextStep()
    {
        await OfferAsync("app", "emailCode", "recoveryCode");
        var browser = App.CreateBrowser();
        await browser.SignInAsync(Tenant, Id);

        var page = (await browser.GetAsync(Security)).ShouldBeOk();

        page.Find("main .p-callout").TextContent.ShouldContain("保護：パスワードだけ");
        page.Texts("main .p-tag").ShouldBe(["おすすめ", "未設定", "未設定"]);
        (await page.ClickAsync("次のおすすめ：認証アプリの登録")).ShouldBeOk();
    }

    [Fact]
    public async Task FACE_3_EmailCodesAreStandard_AndTheStrongerMethodIsRecommended()
    {
        await OfferAsync("app", "emailCode");
        var browser = App.CreateBrowser();
        await browser.SignInAsync(Tenant, Id);
        await App.World.Accounts.ChangeAsync(UserId, user => user.WantsSecondFactor, true);

        var page = (await browser.GetAsync(Security)).ShouldBeOk();

        page.Find("main .p-callout").TextContent.ShouldContain("保護：標準");
        page.Texts("main .p-tag").ShouldBe(["おすすめ", "設定済み"]);
    }

    [Fact]
    public async Task FACE_3_WhereThereAreOnlyPasswords_ThePageSpeaksOfPasswordDevicesAndFailures()
    {
        await FailAsync(3);
        var browser = App.CreateBrowser();
        await browser.SignInAsync(Tenant, Id);

        var page = (await browser.GetAsync(Security)).ShouldBeOk();

        page.Find("main .p-callout").TextContent.ShouldContain("保護：パスワード");
        page.Texts("main .p-tag").ShouldBeEmpty();
        page.Text.ShouldContain("ログイン中の端末");
        page.Text.ShouldContain("1台");
        page.Text.ShouldContain("3回");
        (await page.ClickAsync("main a[href*='kind=failure']")).ShouldBeOk();
    }
}
