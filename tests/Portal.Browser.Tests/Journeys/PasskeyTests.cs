using Portal.Browser.Tests.Checks;
using Portal.TestKit.Accounts;
using Shouldly;
using Xunit;

namespace Portal.Browser.Tests.Journeys;

/// <summary>A passkey's life, with the browser's own dialogs (B6).</summary>
public sealed class PasskeyTests(Chromium chromium, Site site) : IClassFixture<Site>
{
    private const string Security = "/t/security";
    private const string Button = "[data-passkey] button";

    [Fact]
    public async Task MFA_1_B6_MadeNamedUsedRenamedAndDeleted()
    {
        await AddAsync("security", "passkey.owner.cs", "passkey.owner@example.jp");
        await using var window = await chromium.OpenAsync(site.Address, new Look("ja", Width: 400));
        var device = await VirtualAuthenticator.AttachAsync(window);
        await device.TouchAsync(true);
        await SignInByCodeAsync(window, "passkey.owner.cs", "passkey.owner@example.jp");

        await window.GoAsync(Security + "/account/passkeys");
        (await window.FindTroubleAsync()).ShouldBeEmpty();
        await window.FollowAsync("main a[href$='/account/passkeys/new']");
        await window.Page.FillAsync("#Name", "会社のノートPC");
        (await window.FindTroubleAsync()).ShouldBeEmpty();
        await window.Page.ClickAsync(Button);
        await window.Page.WaitUntilAtAsync("/account/passkeys");
        (await window.FindTroubleAsync()).ShouldBeEmpty();
        (await window.Page.InnerTextAsync("main")).ShouldContain("会社のノートPC");
        (await device.CredentialsAsync()).ShouldBe(1);

        await SignOutAsync(window);
        await device.TouchAsync(false);
        await window.GoAsync(Security + "/login");
        (await window.FindTroubleAsync()).ShouldBeEmpty();
        await device.TouchAsync(true);
        await window.Page.ClickAsync(Button);
        await window.Page.WaitUntilAtAsync("/home");

        await window.GoAsync(Security + "/account/passkeys");
        await window.FollowAsync("main td a:not([data-dialog])");
        await window.Page.FillAsync("#Name", "自宅のPC");
        (await window.FindTroubleAsync()).ShouldBeEmpty();
        await window.PressAsync();
        (await window.Page.InnerTextAsync("main")).ShouldContain("自宅のPC");
        await window.Page.ClickAsync("main a[data-dialog]");
        await window.Page.Locator("dialog[open]").WaitForAsync();
        await window.FollowAsync("dialog[open] button[data-kind=danger]");
        window.PathOf().ShouldBe(Security + "/account/passkeys");
        (await window.Page.InnerTextAsync("main")).ShouldContain("パスキーはありません");

        await SignOutAsync(window);
        await device.TouchAsync(false);
        await window.GoAsync(Security + "/login");
        await device.TouchAsync(true);
        await window.Page.ClickAsync(Button);
        await window.Page.WaitForFunctionAsync("() => document.querySelector('[data-passkey] [role=status]').textContent");

        // The device was told of the deletion and has nothing to offer any more.
        (await window.Page.InnerTextAsync("[data-passkey] [role=status]")).ShouldContain("パスキーを使わずに終わりました");
        (await device.CredentialsAsync()).ShouldBe(0);
        window.PathOf().ShouldBe(Security + "/login");
    }

    [Fact]
    public async Task MFA_1_B6_AmongTheSuggestionsOfTheUserNameField()
    {
        await AddAsync("security", "suggested.owner.cs", "suggested.owner@example.jp");
        await using var window = await chromium.OpenAsync(site.Address);
        var device = await VirtualAuthenticator.AttachAsync(window);
        await device.TouchAsync(true);
        await SignInByCodeAsync(window, "suggested.owner.cs", "suggested.owner@example.jp");
        await MakeAsync(window);
        await SignOutAsync(window);

        // The pretended device takes the suggestion by itself; the button is not touched.
        await window.GoAsync(Security + "/login");
        await window.Page.WaitUntilAtAsync("/home");
    }

    [Fact]
    public async Task MF_19_B6_ThePasskeyOfAnotherTenantOfTheSameHost()
    {
        await AddAsync("security", "foreign.owner.cs", "foreign.owner@example.jp");
        await using var window = await chromium.OpenAsync(site.Address);
        var device = await VirtualAuthenticator.AttachAsync(window);
        await device.TouchAsync(true);
        await SignInByCodeAsync(window, "foreign.owner.cs", "foreign.owner@example.jp");
        await MakeAsync(window);
        await device.TouchAsync(false);

        await window.GoAsync("/t/officephone/login");
        await device.TouchAsync(true);
        await window.Page.ClickAsync(Button);

        await window.Page.Locator("[data-passkey] [role=status]", new() { HasText = "このパスキーは別のサイト用です" }).WaitForAsync();
        window.PathOf().ShouldBe("/t/officephone/login");
    }

    [Fact]
    [Trait("Review", "F12")]
    public async Task MFA_1_B6_APasswordManagerWhoseAnswerCannotBeTurnedIntoJson()
    {
        await AddAsync("security", "manager.owner.cs", "manager.owner@example.jp");
        await using var window = await chromium.OpenAsync(site.Address);
        await window.Page.AddInitScriptAsync("PublicKeyCredential.prototype.toJSON = () => "
            + "{ throw new TypeError('Illegal invocation'); };");
        var device = await VirtualAuthenticator.AttachAsync(window);
        await device.TouchAsync(true);
        await SignInByCodeAsync(window, "manager.owner.cs", "manager.owner@example.jp");
        await MakeAsync(window);
        (await device.CredentialsAsync()).ShouldBe(1);
        await SignOutAsync(window);
        await window.GoAsync(Security + "/login");

        await window.Page.WaitUntilAtAsync("/home");
    }

    [Fact]
    [Trait("Review", "F22")]
    public async Task MFA_1_B6_WhatWasDeletedIsSignalledToTheManager()
    {
        await AddAsync("security", "signal.owner.cs", "signal.owner@example.jp");
        await using var window = await chromium.OpenAsync(site.Address);
        await window.Page.AddInitScriptAsync("""
            PublicKeyCredential.signalAllAcceptedCredentials = async told => { window.accepted = told; };
            PublicKeyCredential.signalUnknownCredential = async told => { window.unknown = told; };
            """);
        var device = await VirtualAuthenticator.AttachAsync(window);
        await device.TouchAsync(true);
        await SignInByCodeAsync(window, "signal.owner.cs", "signal.owner@example.jp");
        await MakeAsync(window);
        await window.Page.WaitForFunctionAsync("() => window.accepted?.allAcceptedCredentialIds.length === 1");
        await window.Page.ClickAsync("main a[data-dialog]");
        await window.FollowAsync("dialog[open] button[data-kind=danger]");
        await window.Page.WaitForFunctionAsync("() => window.accepted?.allAcceptedCredentialIds.length === 0");

        await SignOutAsync(window);
        await window.GoAsync(Security + "/login");
        await window.Page.WaitForFunctionAsync("() => window.unknown?.credentialId && window.unknown.rpId === 'localhost'");
    }

    [Fact]
    public async Task A14_WithoutScriptNothingPromisesAPasskey()
    {
        await using var window = await chromium.OpenAsync(site.Address, new Look("en", Script: false));
        await window.GoAsync(Security + "/login");
        (await window.Page.Locator(Button).IsVisibleAsync()).ShouldBeFalse();
    }

    private static async Task MakeAsync(Window window)
    {
        await window.GoAsync(Security + "/account/passkeys/new");
        await window.Page.ClickAsync(Button);
        await window.Page.WaitUntilAtAsync("/account/passkeys");
    }

    private Task<Guid> AddAsync(string tenant, string id, string email) =>
        new Account(tenant, id) { Email = email, Contract = "C-" + id }.AddToAsync(site.App);

    private async Task SignInByCodeAsync(Window window, string id, string email)
    {
        await window.SignInAsync(Security, id, Account.UsualPassword);
        window.PathOf().ShouldBe(Security + "/login/email-code");
        await window.Page.FillAsync("main [autocomplete=one-time-code]", await site.NewestMailAsync(email, Journey.SixDigits()));
        await window.PressAsync();
        window.PathOf().ShouldBe(Security + "/home");
    }

    private static async Task SignOutAsync(Window window)
    {
        await window.GoAsync(Security + "/home");
        await window.ArriveAsync(() =>
            window.Page.EvaluateAsync("() => document.querySelector('form[action$=\"/logout\"]').requestSubmit()"));
        window.PathOf().ShouldBe(Security + "/signed-out");
    }
}
