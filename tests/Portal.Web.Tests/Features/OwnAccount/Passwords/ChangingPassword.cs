using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.Passwords;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Features.Shared.Passwords;
using Portal.Web.Tests.Features.SignIn;

namespace Portal.Web.Tests.Features.OwnAccount.Passwords;

public sealed class ChangingPassword : SignInTest
{
    private const string Fresh = "Violet8642tram";

    [Fact]
    public async Task PASS_2_FormConfirmDone_WithRowEventMailAndTheOtherSessionsEnded()
    {
        var elsewhere = App.CreateBrowser();
        await elsewhere.SignInAsync(Tenant, Id);
        var browser = App.CreateBrowser();
        await browser.SignInAsync(Tenant, Id);
        var before = browser.Cookies["__Secure-portal"];

        var confirm = await ChangeAsync(browser, Right, Fresh);
        confirm.ShouldBeOk().ShouldShow("このパスワードに変更しますか").ShouldNotShow(Fresh);
        var done = await (await confirm.Form("main form").SubmitAsync("変更")).FollowAsync();

        done.ShouldBeOk().ShouldShow("パスワードを変更しました");
        browser.Cookies["__Secure-portal"].ShouldNotBe(before);
        ((int)(await elsewhere.GetAsync("/t/control/account/password")).Status).ShouldBe(302);
        (await EventsAsync("password-changed")).ShouldBe(1);
        (await App.World.Mails.CountToAsync("owner@control.example.jp")).ShouldBe(1);
        await App.CreateBrowser().SignInAsync(Tenant, Id, Fresh);
        (await App.CreateBrowser().TrySignInAsync(Tenant, Id, Right)).ShouldBeRefused();
    }

    [Fact]
    public async Task PASS_2_TheConfirmationIsOfThisSessionAndStateAlone()
    {
        var browser = App.CreateBrowser();
        await browser.SignInAsync(Tenant, Id);
        var first = await ChangeAsync(browser, Right, Fresh);
        var second = await ChangeAsync(browser, Right, "Another8642tram");
        await second.Form("main form").SubmitAsync("変更");

        var late = await first.Form("main form")
            .Forge("__RequestVerificationToken", (await browser.GetAsync("/t/control/account/password"))
                .Find("input[name=__RequestVerificationToken]").GetAttribute("value")!).SubmitAsync("変更");

        late.ShouldRedirectTo("/t/control/account/password");
        await App.CreateBrowser().SignInAsync(Tenant, Id, "Another8642tram");
    }

    [Fact]
    public async Task PASS_2_AConfirmationIsGoodForFiveMinutes()
    {
        var browser = App.CreateBrowser();
        await browser.SignInAsync(Tenant, Id);
        var confirm = await ChangeAsync(browser, Right, Fresh);
        App.Time.Advance(TimeSpan.FromMinutes(6));
        (await confirm.Form("main form").SubmitAsync("変更")).ShouldRedirectTo("/t/control/account/password");
    }

    [Fact]
    public async Task PASS_2_FullWidth_IsOneFault_AndWhatWouldStayWrongIsNamedBeside()
    {
        var browser = App.CreateBrowser();
        await browser.SignInAsync(Tenant, Id);

        var wide = (await ChangeAsync(browser, Right, "Ｖｉｏｌｅｔ８６４２")).ShouldBeRefused();
        wide.ShouldShow("半角の英数字で入力してください");
        wide.Texts(".p-errors li").Count.ShouldBe(1);

        var common = (await ChangeAsync(browser, Right, "ｐａｓｓｗｏｒｄ１")).ShouldBeRefused();
        common.ShouldShow("半角の英数字で入力してください").ShouldShow("推測されやすい");
        common.Texts(".p-errors li").Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("short1", "8文字以上")]
    [InlineData("abcdefghijklmnopqrst12345", "20文字以内")]
    [InlineData("onlyletterszz", "数字を1文字以上")]
    [InlineData("13579086420", "英字を1文字以上")]
    [InlineData("Ｖｉｏｌｅｔ８６４２", "全角文字が含まれています。半角の英数字で入力してください")]
    [InlineData("violet-8642!", "使えない文字が含まれています。半角の英数字で入力してください")]
    [InlineData("password1", "推測されやすい")]
    [InlineData("PASSWORD1", "推測されやすい")]
    [InlineData("N0009001", "サービス名、ログインID、ご契約の番号、電話番号などと同じ文字列は使えません")]
    public async Task PASS_1_CG_21_AnUnfitPasswordIsRefusedWithItsReasonAtTheFieldAndNothingChanges(string candidate, string reason)
    {
        var browser = App.CreateBrowser();
        await browser.SignInAsync(Tenant, Id);
        var hash = await App.World.Accounts.PasswordHashAsync(UserId);

        var page = await ChangeAsync(browser, Right, candidate);

        page.ShouldBeRefused().ShouldShow(reason);
        page.Document.QuerySelectorAll("input[type=password]").ShouldAllBe(input => !input.HasAttribute("value"));
        (await App.World.Accounts.PasswordHashAsync(UserId)).ShouldBe(hash);
    }

    [Theory]
    [InlineData("", "使えない文字が含まれています。半角の英数字で入力してください")]
    [InlineData(".-_", "使えない文字が含まれています。半角の英数字と記号（.-_）で入力してください")]
    public Task PASS_2_WhatMayBeTypedInsteadIsNamed_WithTheSymbolsThatThereAre(string symbols, string told) =>
        App.InTenantAsync(Tenant, services =>
        {
            var state = new ModelStateDictionary();
            CultureInfo.CurrentUICulture = new CultureInfo("ja");

            services.GetRequiredService<PasswordPolicyPresenter>()
                .Report(state, "New", [new PasswordViolation("CharacterNotAllowed", [symbols])]);

            state["New"]!.Errors.ShouldHaveSingleItem().ErrorMessage.ShouldBe(told);
            return Task.CompletedTask;
        });

    [Fact]
    public async Task PASS_2_EveryBrokenRuleIsNamedAtOnce()
    {
        var browser = App.CreateBrowser();
        await browser.SignInAsync(Tenant, Id);
        (await ChangeAsync(browser, Right, "!!!")).ShouldBeRefused().ShouldShow("8文字以上").ShouldShow("使えない文字").ShouldShow("英字を1文字以上")
            .ShouldShow("数字を1文字以上");
    }

    [Fact]
    public async Task PASS_1_TheNewPasswordDiffersFromTheCurrentOne()
    {
        await new Account(Tenant, "N0009005") { Password = "Violet8642tram" }.AddToAsync(App);
        var browser = App.CreateBrowser();
        await browser.SignInAsync(Tenant, "N0009005", "Violet8642tram");
        (await ChangeAsync(browser, "Violet8642tram", "Violet8642tram")).ShouldBeRefused().ShouldShow("現在のパスワードと同じ");
    }

    [Fact]
    public async Task CG_22_PASS_1_TheLastFivePasswordsOfSecurityAreRefused()
    {
        await App.ChangeProfileAsync("security", profile => profile with { SecondFactor = new() });
        await new Account("security", "history.cs") { Password = "Violet-8642-tram-0" }.AddToAsync(App);
        var browser = App.CreateBrowser();
        await browser.SignInAsync("security", "history.cs", "Violet-8642-tram-0");
        for (var i = 1; i <= 6; i++)
        {
            var confirm = await ChangeAsync(browser, $"Violet-8642-tram-{i - 1}", $"Violet-8642-tram-{i}", "security");
            await confirm.ShouldBeOk().Form("main form").SubmitAsync("変更");
        }

        (await ChangeAsync(browser, "Violet-8642-tram-6", "Violet-8642-tram-2", "security")).ShouldBeRefused().ShouldShow("過去5回");
        (await ChangeAsync(browser, "Violet-8642-tram-6", "Violet-8642-tram-0", "security")).ShouldBeOk();
    }

    [Fact]
    public async Task PASS_2_TheSecondEntryMustBeEqual()
    {
        var browser = App.CreateBrowser();
        await browser.SignInAsync(Tenant, Id);
        var page = await browser.GetAsync("/t/control/account/password");
        (await page.Form("main form").Fill("Current", Right).Fill("New", Fresh).Fill("Again", Fresh + "x").SubmitAsync()).ShouldBeRefused()
            .ShouldShow("同じものを入力してください");
    }

    [Theory]
    [InlineData(Right, "abd")]
    [InlineData("", "abc")]
    public async Task PASS_2_WhereTheFormIsIncomplete_EveryBrokenRuleIsNamedAllTheSame_AndNoTryIsSpent(string current, string again)
    {
        var browser = App.CreateBrowser();
        await browser.SignInAsync(Tenant, Id);
        var page = await browser.GetAsync("/t/control/account/password");

        var refused = (await page.Form("main form").Fill("Current", current).Fill("New", "abc").Fill("Again", again).SubmitAsync())
            .ShouldBeRefused();

        refused.ShouldShow("8文字以上");
        refused.ShouldShow(current.Length == 0 ? "現在のパスワードを入力してください" : "新しいパスワードと同じものを入力してください");
        (await App.World.Locks.FailuresAsync(UserId)).ShouldBe(0);
    }

    [Fact]
    public async Task CG_23_WrongCurrentPasswordsCountLikeFailedSignInsAndTheSessionStays()
    {
        var browser = App.CreateBrowser();
        await browser.SignInAsync(Tenant, Id);
        for (var i = 0; i < 5; i++)
        {
            (await ChangeAsync(browser, Wrong, Fresh)).ShouldBeRefused().ShouldShow("現在のパスワードが正しくありません");
        }

        (await ChangeAsync(browser, Right, Fresh)).ShouldBeRefused().ShouldShow("現在のパスワードが正しくありません");
        (await browser.GetAsync("/t/control/account/password")).ShouldBeOk();
        (await EventsAsync("locked")).ShouldBe(1);
    }

    [Fact]
    public async Task PASS_6_TheWellKnownAddressLeadsToTheChange()
    {
        var browser = App.CreateBrowser();
        await browser.SignInAsync(Tenant, Id);
        var page = await (await browser.GetAsync("/.well-known/change-password")).FollowAsync();
        page.Address.AbsolutePath.ShouldBe("/t/control/account/password");
    }

    [Fact]
    public async Task PASS_6_FieldsCarryTheRightAutocompleteTokensAndNoMaxlength()
    {
        var browser = App.CreateBrowser();
        await browser.SignInAsync(Tenant, Id);
        var page = await browser.GetAsync("/t/control/account/password");
        page.Document.QuerySelectorAll("main input[type=password]").Select(input => input.GetAttribute("autocomplete"))
            .ShouldBe(["current-password", "new-password", "new-password"]);
        page.Has("main input[autocomplete=username]").ShouldBeTrue();
        page.Has("main input[maxlength]").ShouldBeFalse();
        page.Find("input[name=New]").GetAttribute("passwordrules")!.ShouldContain("minlength: 8");
    }

    [Fact]
    public async Task PASS_5_AnOlderHashIsRaisedToTodaysCostAtSignIn()
    {
        await using var costly = App.SecondNode();
        var before = await App.World.Accounts.PasswordHashAsync(UserId);
        var options = new Dictionary<string, string?> { ["Portal:Passwords:Iterations"] = "2000" };
        await using var node = await PortalApp.CreateAsync(options);
        var id = await new Account(Tenant, Id) { With = user => user.PasswordHash = before }.AddToAsync(node);

        await node.CreateBrowser().SignInAsync(Tenant, Id);

        (await node.World.Accounts.PasswordHashAsync(id)).ShouldNotBe(before);
        await node.CreateBrowser().SignInAsync(Tenant, Id);
    }

    [Theory]
    [InlineData(59, false)]
    [InlineData(61, true)]
    public async Task PASS_4_LINE_3_AnExpiredPasswordOfHomephoneLeadsToTheForcedChange(int days, bool expired)
    {
        await new Account("homephone", "09000000009")
        {
            Password = "Denwa2468x",
            With = user => user.PasswordChangedAt = App.Time.GetUtcNow().AddDays(-days)
        }.AddToAsync(App);
        var page = await App.CreateBrowser().SignInAsync("homephone", "09000000009", "Denwa2468x");
        page.Address.AbsolutePath.EndsWith("/password/required", StringComparison.Ordinal).ShouldBe(expired);
        if (expired)
        {
            page.ShouldShow("有効期限が切れています");
        }
    }

    [Fact]
    public async Task TR_21_LINE_3_AnExpiredPasswordOpensNothingButTheChange()
    {
        await new Account("homephone", "09000000009")
        {
            Password = "Denwa2468x",
            With = user => user.PasswordChangedAt = App.Time.GetUtcNow().AddDays(-61)
        }.AddToAsync(App);
        var browser = App.CreateBrowser();
        var page = await browser.SignInAsync("homephone", "09000000009", "Denwa2468x");

        (await browser.GetAsync("/t/homephone/home")).ShouldRedirectTo("/t/homephone/password/required");
        (await browser.GetAsync("/t/homephone/account/password")).ShouldRedirectTo("/t/homephone/password/required");
        var set = await page.Form("main form").Fill("Current", "Denwa2468x").Fill("New", "Sumire1357y").Fill("Again", "Sumire1357y")
            .SubmitAsync();
        set.ShouldBe(HttpStatusCode.SeeOther);
        (await (await set.FollowAsync()).FollowAsync()).ShouldBeOk().ShouldShow("パスワードを変更しました");
    }

    private static async Task<PortalPage> ChangeAsync(PortalBrowser browser, string current, string fresh, string tenant = Tenant)
    {
        var page = await browser.GetAsync($"/t/{tenant}/account/password");
        return await page.ShouldBeOk().Form("main form").Fill("Current", current).Fill("New", fresh).Fill("Again", fresh).SubmitAsync();
    }
}
