using System.Text;
using DocumentFormat.OpenXml.Packaging;
using Portal.TestKit.Accounts;
using Portal.TestKit.Mail;
using Shouldly;
using Xunit;

namespace Portal.Browser.Tests.Journeys;

/// <summary>A user looks after its own account.</summary>
public sealed class OwnAccountTests(Chromium chromium, Site site) : IClassFixture<Site>
{
    private const string Portal = "/t/control";

    [Fact]
    public async Task HIST_1_ASessionEndedElsewhereIsRefusedAtItsVeryNextRequest()
    {
        await AddAsync("N0008201");
        await using var lost = await OpenAsync("N0008201", new Look("ja"));
        await using var desk = await OpenAsync("N0008201", new Look("ja", Script: false));
        await desk.GoAsync(Portal + "/account/sessions");
        await desk.FollowAsync("main form[action$='/end'] button");
        (await desk.Page.InnerTextAsync("main")).ShouldNotContain("ほかのすべての端末");

        await lost.GoAsync(Portal + "/home");

        lost.PathOf().ShouldBe(Portal + "/login");
        (await lost.Page.InnerTextAsync("main")).ShouldContain("ほかの端末からの操作により、ログアウトしました。");
    }

    [Fact]
    public async Task HIST_3_TheHistoryIsSavedInThreeFormatsThatOpen()
    {
        await AddAsync("N0008202");
        await using var window = await OpenAsync("N0008202", new Look("ja"));
        await window.GoAsync(Portal + "/account/login-history");

        var csv = await SaveAsync(window, "csv");
        csv.Name.ShouldEndWith(".csv");
        Encoding.UTF8.GetString(csv.Content).ShouldStartWith("\uFEFF日時（日本時間）,");
        var book = await SaveAsync(window, "xlsx");
        using (var opened = SpreadsheetDocument.Open(new MemoryStream(book.Content), isEditable: false))
        {
            opened.WorkbookPart!.WorksheetParts.Count().ShouldBe(1);
        }

        Assert.SkipWhen(await window.Page.Locator("button[value=pdf]").CountAsync() == 0,
            "No Japanese TrueType font was found: install fonts-ipaexfont-gothic.");
        (await SaveAsync(window, "pdf")).Content[..5].ShouldBe("%PDF-"u8.ToArray());
    }

    [Fact]
    public async Task PROF_1_TheLanguageChangesAtOnceAndTheNextMailIsInIt()
    {
        var address = "n0008203@control.example.jp";
        await AddAsync("N0008203", address);
        await using var window = await OpenAsync("N0008203", new Look("ja"));
        await window.GoAsync(Portal + "/account/preferences");
        await window.Page.SelectOptionAsync("[name=Language]", "en");
        await window.PressAsync();
        (await window.Page.InnerTextAsync("h1")).ShouldBe("Preferences");

        for (var i = 0; i < 5; i++)
        {
            await using var stranger = await chromium.OpenAsync(site.Address, new Look("ja"));
            await stranger.SignInAsync(Portal, "N0008203", $"wrong{i}");
        }

        (await site.App.MailsAsync(address))[^1].Html.ShouldContain("lang=\"en\"");
    }

    private Task AddAsync(string id, string? address = null) =>
        new Account("control", id) { Email = address, GivenName = "花子" }.AddToAsync(site.App);

    private async Task<Window> OpenAsync(string id, Look look)
    {
        var window = await chromium.OpenAsync(site.Address, look);
        await window.SignInAsync(Portal, id, Account.UsualPassword);
        window.PathOf().ShouldBe(Portal + "/home");
        return window;
    }

    private static async Task<(string Name, byte[] Content)> SaveAsync(Window window, string format)
    {
        var download = await window.Page.RunAndWaitForDownloadAsync(() => window.Page.ClickAsync($"main button[value={format}]"));
        return (download.SuggestedFilename, await File.ReadAllBytesAsync(await download.PathAsync()));
    }
}
