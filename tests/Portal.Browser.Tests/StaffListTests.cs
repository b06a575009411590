using Portal.Browser.Tests.Checks;
using Portal.Browser.Tests.Journeys;
using Portal.TestKit.Accounts;
using Portal.Web.Data.Seed;
using Portal.Web.Tenancy.Profiles;
using Shouldly;
using Xunit;

namespace Portal.Browser.Tests;

/// <summary>The staff's pages with the rows of the demonstration, at the widths desks and telephones have.</summary>
public sealed class StaffListTests(Chromium chromium, Site site) : IClassFixture<Site>
{
    private static readonly int[] Widths = [320, 375, 640, 768, 900, 1024, 1100, 1280, 1440];

    /// <summary>Each with what its rows are.</summary>
    private static readonly (string Path, string Rows)[] Pages =
    [
        ("/admin/", ".p-stuck"), ("/admin/lockouts", "tbody tr"), ("/admin/users?q=example", "tbody tr"),
        ("/admin/users?q=n000", "tbody tr"), ("/admin/audit", ".p-audit__entry"), ("/admin/outbox?state=all", "tbody tr"),
        ("/admin/account", "main a"), ("/admin/account/sessions", "main time"),
        ("/admin/account/login-history", ".p-log__entry"), ("/admin/cases", "tbody tr"), ("/admin/cases?view=all", "tbody tr"),
        ("/admin/contracts", "tbody tr"), ("/admin/orders?view=all", "tbody tr"), ("/admin/requests?view=all", "tbody tr"),
        ("/admin/catalog", "tbody tr"), ("/admin/rental-items", "tbody tr"), ("/admin/announcements", "tbody tr"),
        ("/admin/kb", "tbody tr"), ("/admin/staff", "tbody tr"), ("/admin/tenants", "tbody tr"),
    ];

    [Theory]
    [InlineData("ja")]
    [InlineData("en")]
    public async Task ADMIN_9_NoPageOfTheStaffScrollsSideways(string language)
    {
        await site.App.ChangeProfileAsync("admin", profile => profile with { SecondFactor = new SecondFactorProfile() });
        await using var window = await chromium.OpenAsync(site.Address, new Look(language));
        await window.SignInAsync("/admin", "admin@portal.example.jp", DemoAccounts.StaffPassword);
        var trouble = new List<string>();
        foreach (var (path, rows) in Pages)
        {
            (await window.GoAsync(path)).Status.ShouldBe(200, path);
            (await window.Page.Locator(rows).CountAsync()).ShouldBeGreaterThan(0, path);
            await FitAsync(path);
        }

        // One who is locked, with all that happened, and one event.
        await window.GoAsync("/admin/lockouts");
        await window.FollowAsync("tbody th a >> nth=0");
        (await window.Page.Locator(".p-callout .p-button[data-kind=primary]").CountAsync()).ShouldBe(1, window.Page.Url);
        await FitAsync("one user");
        await window.GoAsync("/admin/audit");
        await window.Page.EvaluateAsync("() => document.querySelectorAll('.p-audit__more').forEach(more => more.open = true)");
        await FitAsync("audit log, all open");
        await window.FollowAsync(".p-audit__what a >> nth=0");
        await FitAsync("one event");
        trouble.ShouldBeEmpty();

        async Task FitAsync(string what)
        {
            foreach (var width in Widths)
            {
                await window.Page.SetViewportSizeAsync(width, 900);
                trouble.AddRange((await Reflow.FindAsync(window.Page)).Select(finding => $"{what} at {width}: {finding}"));
            }

            await window.Page.SetViewportSizeAsync(1280, 900);
        }
    }
}
