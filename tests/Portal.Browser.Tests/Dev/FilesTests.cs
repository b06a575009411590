using Microsoft.Playwright;
using Portal.Browser.Tests.Checks;
using Portal.Browser.Tests.Journeys;
using Portal.TestKit.Accounts;
using Shouldly;
using Xunit;

namespace Portal.Browser.Tests.Dev;

/// <summary>
/// The field of files in a browser: with its script each file goes up by itself, without it with the form.
/// </summary>
public sealed class FilesTests(Chromium chromium, Site site) : IClassFixture<Site>
{
    private const string Sample = "/t/control/dev/components/files";

    [Fact]
    public async Task CASE_1_FilesGoUpByThemselves_AreTakenBack_AndSentWithTheForm()
    {
        await using var window = await OpenAsync("N0008801", new Look());
        await window.Page.SetInputFilesAsync("input[type=file]", [File("a.txt", "a"), File("b.txt", "b"), File("c.pdf", "no pdf")]);
        await Assertions.Expect(window.Page.Locator(".p-files__item input[type=hidden]")).ToHaveCountAsync(2);
        await Assertions.Expect(window.Page.Locator(".p-files__error")).ToContainTextAsync("「c.pdf」の内容");
        window.Complaints.Take().ShouldHaveSingleItem().ShouldContain("422"); // the file that is none
        await window.ShouldBeSoundAsync();
        await window.Page.ClickAsync(".p-files__item:has-text('b.txt') button");
        await Assertions.Expect(window.Page.Locator(".p-files__item")).ToHaveCountAsync(2);

        // Without its note the form comes back, and the file with it.
        await window.PressAsync();
        await Assertions.Expect(window.Page.Locator(".p-files__list input[type=checkbox]")).ToBeCheckedAsync();
        await window.Page.FillAsync("main input[name=Note]", "メモ");
        await window.PressAsync();

        (await window.Page.Locator(".p-files__attached").InnerTextAsync()).ShouldContain("a.txt");
        (await window.Page.Locator(".p-files__attached > li").CountAsync()).ShouldBe(1);
        (await site.App.World.Files.CountAsync(file => file.Owner != null && file.UploaderName == "N0008801")).ShouldBe(1);
    }

    [Fact]
    public async Task CASE_1_RX_07_AFileThatWasTurnedAway_IsTriedAgain_AndTheFormWaitsForIt()
    {
        await using var window = await OpenAsync("N0008803", new Look());
        var tries = 0;
        await window.Page.RouteAsync("**/files/sample",
            route => ++tries == 1 ? route.FulfillAsync(new() { Status = 429 }) : route.ContinueAsync());
        await window.Page.FillAsync("main input[name=Note]", "メモ");
        var refused = window.Page.WaitForResponseAsync(answer => answer.Status == 429);
        await window.Page.SetInputFilesAsync("input[type=file]", [File("a.txt", "a")]);
        await refused;
        window.Complaints.Take().ShouldHaveSingleItem().ShouldContain("429");

        await window.Page.ClickAsync("main form[method=post] button[data-kind=primary]");
        await Assertions.Expect(window.Page.Locator(".p-files__attached > li")).ToHaveCountAsync(1);
        tries.ShouldBe(2);
    }

    [Fact]
    public async Task CASE_1_WithoutScript_TheBrowsersOwnFieldDoes()
    {
        await using var window = await OpenAsync("N0008802", new Look(Width: 320, Script: false));
        await window.Page.SetInputFilesAsync("input[type=file]", [File("a.txt", "a"), File("b.txt", "b")]);
        await window.Page.FillAsync("main input[name=Note]", "メモ");
        await window.PressAsync();

        (await window.Page.Locator(".p-files__attached > li").CountAsync()).ShouldBe(2);
    }

    private static FilePayload File(string name, string content) =>
        new() { Name = name, MimeType = "application/octet-stream", Buffer = System.Text.Encoding.UTF8.GetBytes(content) };

    private async Task<Window> OpenAsync(string login, Look look)
    {
        await new Account("control", login) { Contract = "C-" + login }.AddToAsync(site.App);
        var window = await chromium.OpenAsync(site.Address, look);
        await window.SignInAsync("/t/control", login, Account.UsualPassword);
        await window.GoAsync(Sample);
        return window;
    }
}
