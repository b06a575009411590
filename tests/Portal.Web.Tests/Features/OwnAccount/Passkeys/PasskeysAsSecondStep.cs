using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Rules.SecondFactors;
using Portal.TestKit.Accounts;
using Portal.TestKit.Passkeys;
using Portal.TestKit.Web;
using Portal.Web.Data.Entities;

namespace Portal.Web.Tests.Features.OwnAccount.Passkeys;

public sealed class PasskeysAsSecondStep : PasskeyTest
{
    private const string Choice = "/t/security/login/method";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await App.ChangeProfileAsync(Tenant,
            profile => profile with { SecondFactor = profile.SecondFactor with { Mode = SecondFactorMode.Required } });
    }

    [Fact]
    public async Task MFA_2_AfterThePassword_ThePasskeyOfThatAccountIsAskedFor()
    {
        var browser = await AfterPasswordAsync("?returnUrl=%2Ft%2Fsecurity%2Faccount%2Fpasskeys");
        var dialog = await PasskeyDialog.OpenAsync(browser, Choice);
        dialog.Options.GetProperty("allowCredentials").GetArrayLength().ShouldBe(1);

        var answer = await AnswerAsync(dialog, Passkey);

        JsonElement.Parse(answer.ShouldBeOk().Body).GetProperty("location").GetString().ShouldBe(List);
        (await browser.GetAsync(List)).ShouldBeOk();
        (await App.QueryAsync(Tenant,
            db => db.Sessions.CountAsync(row => row.Method == SignInMethod.Passkey && row.FactorProvenAt != null))).ShouldBe(1);
    }

    [Fact]
    public async Task MF_17_APasskeyThatNeedsNoUserHandleWorksHere()
    {
        var dialog = await PasskeyDialog.OpenAsync(await AfterPasswordAsync(), Choice);
        Passkey.UserHandle = null;
        (await AnswerAsync(dialog, Passkey)).ShouldBeOk();
    }

    [Fact]
    public async Task MF_17_ThePasskeyOfSomebodyElseIsRefusedAndTheOwnerIsTold()
    {
        await App.ChangeProfileAsync(Tenant,
            profile => profile with { SecondFactor = profile.SecondFactor with { Mode = SecondFactorMode.Optional } });
        await new Account(Tenant, "other.test.cs").AddToAsync(App);
        using var other = new SoftPasskey();
        await (await SignedInAsync(Tenant, "other.test.cs")).AddPasskeyAsync(Tenant, other);
        await App.ChangeProfileAsync(Tenant,
            profile => profile with { SecondFactor = profile.SecondFactor with { Mode = SecondFactorMode.Required } });
        var dialog = await PasskeyDialog.OpenAsync(await AfterPasswordAsync(), Choice);

        await ShouldBeRefusedAsync(await AnswerAsync(dialog, other), 2, "NotVerified", "belong", kind: "second-factor-failed");

        (await EventsAsync("second-factor-failed")).ShouldHaveSingleItem().SubjectId.ShouldBe(UserId);
        (await EventsAsync("passkey-refused")).ShouldBeEmpty();
    }

    [Fact]
    public async Task LOGIN_8_OneThatFails_CountsOnce()
    {
        App.Time.Advance(TimeSpan.FromMinutes(1));
        var browser = await AfterPasswordAsync();
        Passkey.SpoilsSignature = true;
        (await AnswerAsync(await PasskeyDialog.OpenAsync(browser, Choice), Passkey)).ShouldBe(HttpStatusCode.UnprocessableEntity);
        Passkey.SpoilsSignature = false;

        (await AnswerAsync(await PasskeyDialog.OpenAsync(browser, Choice), Passkey)).ShouldBeOk();

        (await LastSessionAsync()).FailuresBefore.ShouldBe(1);
    }

    [Fact]
    public async Task MF_08_FiveWrongAnswersEndTheAttempt()
    {
        var browser = await AfterPasswordAsync();
        Passkey.SpoilsSignature = true;
        for (var i = 0; i < 4; i++)
        {
            (await AnswerAsync(await PasskeyDialog.OpenAsync(browser, Choice), Passkey)).ShouldBe(HttpStatusCode.UnprocessableEntity);
        }

        var last = await PasskeyDialog.OpenAsync(browser, Choice);
        (await AnswerAsync(last, Passkey)).ShouldBeForbidden();
        Passkey.SpoilsSignature = false;
        (await AnswerAsync(last, Passkey)).ShouldBeForbidden();
        (await browser.GetAsync(Choice)).ShouldRedirectTo("/t/security/login");
    }

    [Fact]
    public async Task MF_09_WithoutTheAttemptThereIsNothing()
    {
        var browser = await AfterPasswordAsync();
        var dialog = await PasskeyDialog.OpenAsync(browser, Choice);
        browser.Cookies.Remove("__Secure-attempt");
        (await AnswerAsync(dialog, Passkey)).ShouldBeForbidden();
        (await SessionsAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task MF_17_TheChallengeOfAnAttemptIsNoneForASignInWithoutPassword()
    {
        var browser = await AfterPasswordAsync();
        var second = await PasskeyDialog.OpenAsync(browser, Choice);
        var first = await SignInDialogAsync(browser);
        Passkey.Counter++;
        await ShouldBeRefusedAsync(await second.AnswerFromAsync(first, Passkey.Get(second.Options)), 1, "ChallengeOfAnother");
    }

    [Fact]
    public async Task CG_05_ALockedAccountStaysLocked()
    {
        var dialog = await PasskeyDialog.OpenAsync(await AfterPasswordAsync(), Choice);
        await ChangeUserAsync(user => user.SignIn!.StrangerLockedAt = App.Time.GetUtcNow());
        (await AnswerAsync(dialog, Passkey)).ShouldBeForbidden();
        (await SessionsAsync()).ShouldBe(1);
    }

    private async Task<PortalBrowser> AfterPasswordAsync(string query = "")
    {
        var browser = App.CreateBrowser();
        (await browser.TrySignInAsync(Tenant, Id, query: query)).ShouldBe(HttpStatusCode.SeeOther).Location.ShouldBe(Choice);
        return browser;
    }

    private static Task<PortalPage> AnswerAsync(PasskeyDialog dialog, SoftPasskey passkey)
    {
        passkey.Counter++;
        return dialog.GetAsync(passkey);
    }
}
