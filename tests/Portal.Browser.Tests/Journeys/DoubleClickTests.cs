using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Portal.Rules.TemporaryPasswords;
using Portal.TestKit.Accounts;
using Portal.TestKit.Mail;
using Portal.TestKit.Web;
using Portal.Web.Domain.Accounts.Factors;
using Portal.Web.Features.Recovery;
using Shouldly;
using Xunit;

namespace Portal.Browser.Tests.Journeys;

/// <summary>
/// Two presses of one button, while the first answer is on its way: with the script the second waits, without it the
/// server answers both.
/// </summary>
[Trait("Review", "F3")]
public sealed class DoubleClickTests(Chromium chromium, Site site) : IClassFixture<Site>
{
    private const string Fresh = "Violet8642-tram!Q";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task SAFE_2_TheForcedChange(bool script)
    {
        var login = script ? "N0008001" : "N0008002";
        var id =
            await new Account("control", login) { Email = login + "@control.example.jp", Contract = "C-" + login }.AddToAsync(site.App);
        var temporary = await site.App.IssueTemporaryPasswordAsync("control", id, TemporaryPasswordOrigin.Mail);
        await using var window = await chromium.OpenAsync(site.Address, new Look(Script: script));
        await window.SignInAsync("/t/control", login, temporary);
        await window.GoAsync("/t/control/password/required");
        await window.Page.FillAsync("main [autocomplete=current-password]", temporary);
        foreach (var field in await window.Page.Locator("main [autocomplete=new-password]").AllAsync())
        {
            await field.FillAsync("Violet8642tram");
        }

        await PressTwiceAsync(window, script);

        window.PathOf().ShouldNotBe("/t/control/password/required");
        (await CountAsync("control", id, "password-changed")).ShouldBe(1);
        (await CountAsync("control", id, "sign-in-failed")).ShouldBe(0);
        await window.GoAsync("/t/control/home");
        window.PathOf().ShouldBe("/t/control/home");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task SAFE_2_TheResetLink(bool script)
    {
        var (login, address) = (script ? "reset.one.cs" : "reset.two.cs", script ? "reset.one@example.jp" : "reset.two@example.jp");
        var id = await new Account("security", login) { Email = address, Contract = "C-" + login }.AddToAsync(site.App);
        await using var window = await chromium.OpenAsync(site.Address, new Look(Script: script));
        await window.GoAsync("/t/security/unlock");
        await window.Page.FillAsync("main [autocomplete~=username]", login);
        await window.PressAsync();
        await window.Page.FillAsync("main [autocomplete=email]", address);
        await window.PressAsync();
        await site.App.Services.GetRequiredService<RecoveryWorker>().RunOnceAsync(CancellationToken.None);
        await window.FollowMailAsync(site, address, "/t/security/reset/");
        foreach (var field in await window.Page.Locator("main [autocomplete=new-password]").AllAsync())
        {
            await field.FillAsync(Fresh);
        }

        await PressTwiceAsync(window, script);

        window.PathOf().ShouldBe("/t/security/reset/done");
        (await CountAsync("security", id, "password-reset")).ShouldBe(1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task SAFE_2_TheCodeOfAnApp(bool script)
    {
        var login = script ? "app.one.cs" : "app.two.cs";
        await new Account("security", login) { Email = login + "@example.jp", HasApp = true, Contract = "C-" + login }.AddToAsync(site.App);
        await using var window = await chromium.OpenAsync(site.Address, new Look(Script: script));
        await window.SignInAsync("/t/security", login, Account.UsualPassword);
        await window.Page.FillAsync("main [autocomplete=one-time-code]", Authenticator.Code(site.App));

        await PressTwiceAsync(window, script);

        window.PathOf().ShouldBe("/t/security/home");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task SAFE_2_TheMailedCode(bool script)
    {
        var (login, address) = (script ? "mail.one.cs" : "mail.two.cs", script ? "mail.one@example.jp" : "mail.two@example.jp");
        await new Account("security", login) { Email = address, Contract = "C-" + login }.AddToAsync(site.App);
        await using var window = await chromium.OpenAsync(site.Address, new Look(Script: script));
        await window.SignInAsync("/t/security", login, Account.UsualPassword);
        await window.Page.FillAsync("main [autocomplete=one-time-code]", await site.NewestMailAsync(address, Journey.SixDigits()));

        await PressTwiceAsync(window, script);

        window.PathOf().ShouldBe("/t/security/home");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task SAFE_2_TheSetUpOfAnApp_AndTheOneShowingOfTheRecoveryCodes(bool script)
    {
        var (login, address) = (script ? "R800001" : "R800002", script ? "one@rental.example.jp" : "two@rental.example.jp");
        var id = await new Account("rental", login) { Email = address, Contract = login }.AddToAsync(site.App);
        await using var window = await chromium.OpenAsync(site.Address, new Look(Script: script));
        await window.GoAsync("/t/rental/login");
        await window.Page.FillAsync("main [autocomplete~=username]", login);
        await window.Page.FillAsync("main [autocomplete=email]", address);
        await window.Page.FillAsync("main [autocomplete=current-password]", Account.UsualPassword);
        await window.PressAsync();
        await window.GoAsync("/t/rental/account/mfa/totp/new");
        await window.PressAsync();
        var secret = SecretText.Read((await window.Page.TextContentAsync("main .p-code"))!);
        await window.PressAsync();
        await window.Page.FillAsync("main [autocomplete=one-time-code]", TotpCodes.At(secret, site.App.Time.GetUtcNow()));

        await PressTwiceAsync(window, script);

        window.PathOf().ShouldBe("/t/rental/account/recovery-codes");
        (await window.Page.Locator("main .p-codes code").CountAsync()).ShouldBe(10);
        (await CountAsync("rental", id, "factor-added")).ShouldBe(1);
    }

    [Fact]
    public async Task SAFE_2_WhoComesBackToThePageMayPressAgain()
    {
        await using var window = await chromium.OpenAsync(site.Address);
        await window.GoAsync("/t/control/login");
        await window.PressAsync();
        (await window.Page.Locator(".p-errors").CountAsync()).ShouldBe(1);
        await window.Page.GoBackAsync();
        await window.Page.FillAsync("main [autocomplete~=username]", "N0008999");
        await window.PressAsync();
        (await window.Page.Locator(".p-errors").CountAsync()).ShouldBe(1);
    }

    /// <summary>
    /// The answer to the first press is held back until the second was made: without the script, until it has arrived.
    /// </summary>
    private static async Task PressTwiceAsync(Window window, bool script)
    {
        var (sent, arrived, pressed, page) = (0, new TaskCompletionSource(), new TaskCompletionSource(), window.Page);
        await page.RouteAsync("**/*", async route =>
        {
            if (route.Request.Method != "POST")
            {
                await route.ContinueAsync();
                return;
            }

            var answer = await route.FetchAsync(new() { MaxRedirects = 0 });
            arrived.TrySetResult();
            if (Interlocked.Increment(ref sent) == 2)
            {
                pressed.TrySetResult();
            }

            await pressed.Task;
            await FulfilAsync(route, answer);
        });
        var button = page.Locator("main form[method=post] button[data-kind=primary]");
        await window.ArriveAsync(async () =>
        {
            // Waits until the button stands still and nothing covers it, and for no page.
            if (script)
            {
                await button.DblClickAsync();
                pressed.TrySetResult();
                return;
            }

            // Two presses in one breath are one for the browser: the second comes when the first has arrived.
            await button.HoverAsync();
            await PressAsync(page);
            await arrived.Task.WithinAsync("the first press to arrive", page.Url);
            await PressAsync(page);
        });
        await page.UnrouteAllAsync();
        sent.ShouldBe(script ? 1 : 2);
    }

    /// <summary>Presses where the mouse is, and waits for nothing.</summary>
    private static async Task PressAsync(IPage page)
    {
        await page.Mouse.DownAsync();
        await page.Mouse.UpAsync();
    }

    /// <summary>The browser has given the first navigation up where it began the second.</summary>
    private static async Task FulfilAsync(IRoute route, IAPIResponse answer)
    {
        try
        {
            await route.FulfillAsync(new() { Response = answer });
        }
        catch (PlaywrightException)
        {
            await answer.DisposeAsync();
        }
    }

    private Task<int> CountAsync(string tenant, Guid id, string kind) =>
        site.App.QueryAsync(tenant, db => db.AuditEvents.CountAsync(row => row.Kind == kind && row.SubjectId == id));
}
