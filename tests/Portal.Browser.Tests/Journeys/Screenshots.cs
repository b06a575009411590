using Portal.TestKit;
using Portal.Web.Data.Seed;
using Shouldly;
using Xunit;

namespace Portal.Browser.Tests.Journeys;

/// <summary>The pictures of the README; made by tools/screenshots.sh, not by the usual run.</summary>
public sealed class Screenshots(Chromium chromium, Site site) : IClassFixture<Site>
{
    private static readonly string Folder = Path.Combine(Repository.Root, "docs", "images");

    private static readonly string[] Tenants = ["control", "officephone", "homephone", "rental", "security"];

    [Theory(Explicit = true)]
    [InlineData("ja")]
    [InlineData("en")]
    public async Task OfTheReadme(string language)
    {
        await using var guest = await chromium.OpenAsync(site.Address, new Look(language));
        foreach (var tenant in Tenants)
        {
            await guest.GoAsync($"/t/{tenant}/login");
            await TakeAsync(guest, $"sign-in-{tenant}-{language}");
        }

        await using var parent = await chromium.OpenAsync(site.Address, new Look(language));
        await parent.SignInAsync("/t/control", "N0001001", DemoAccounts.ControlPassword);
        await TakeAsync(parent, $"home-{language}");
        await parent.GoAsync("/t/control/operators");
        await TakeAsync(parent, $"operators-{language}");

        await using var asker = await chromium.OpenAsync(site.Address, new Look(language));
        await asker.SignInAsync("/t/security", "taro.yamada@example.jp.cs", DemoAccounts.SecurityPassword);
        await asker.EnterMailedCodeAsync(site, "taro.yamada@example.jp");
        await asker.GoAsync("/t/security/cases");
        await TakeAsync(asker, $"cases-{language}");

        await using var caller = await chromium.OpenAsync(site.Address, new Look(language));
        await caller.GoAsync("/dev/phone");
        await caller.Page.SelectOptionAsync("main [name=From]", "homephone/+81676543210");
        await caller.Page.ClickAsync(".p-phone__form button[data-kind=primary]");
        await caller.Page.WaitForSelectorAsync(".p-phone__line");
        await TakeAsync(caller, $"phone-{language}");

        await using var staff = await chromium.OpenAsync(site.Address, new Look(language));
        await staff.SignInAsStaffAsync(site, "admin@portal.example.jp");
        (await staff.GoAsync("/admin/lockouts")).Status.ShouldBe(200);
        await TakeAsync(staff, $"admin-lockouts-{language}");
    }

    private static Task TakeAsync(Window window, string name) =>
        window.Page.ScreenshotAsync(new() { Path = Path.Combine(Folder, name + ".png") });
}
