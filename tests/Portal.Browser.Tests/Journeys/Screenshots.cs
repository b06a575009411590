using Portal.TestKit;
using Portal.Web.Data.Seed;
using Shouldly;
using Xunit;

namespace Portal.Browser.Tests.Journeys;

/// <summary>The pictures of the README; made by tools/screenshots.sh, not by the usual run.</summary>
public sealed class Screenshots(Chromium chromium, Site site) : IClassFixture<Site>
{
    private static readonly string Folder = Path.Combine(Repository.Root, "docs", "images");

    [Fact(Explicit = true)]
    public async Task OfTheReadme()
    {
        await using var guest = await chromium.OpenAsync(site.Address, new Look("en"));
        await guest.GoAsync("/t/security/login");
        await TakeAsync(guest, "sign-in-en");

        await using var parent = await chromium.OpenAsync(site.Address, new Look("ja"));
        await parent.SignInAsync("/t/control", "N0001001", DemoAccounts.ControlPassword);
        await TakeAsync(parent, "home-ja");
        await parent.GoAsync("/t/control/operators");
        await TakeAsync(parent, "operators-ja");

        await using var staff = await chromium.OpenAsync(site.Address, new Look("en"));
        await staff.SignInAsStaffAsync(site, "admin@portal.example.jp");
        (await staff.GoAsync("/admin/lockouts")).Status.ShouldBe(200);
        await TakeAsync(staff, "admin-lockouts-en");
    }

    private static Task TakeAsync(Window window, string name) =>
        window.Page.ScreenshotAsync(new() { Path = Path.Combine(Folder, name + ".png") });
}
