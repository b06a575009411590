using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Browser.Tests.Checks;
using Portal.Rules.Cases;
using Portal.Rules.Delegation;
using Portal.TestKit.Accounts;
using Portal.Web.Data;
using Portal.Web.Domain.Cases;
using Portal.Web.Domain.Cases.Filters;
using Portal.Web.Tenancy.Profiles;
using Shouldly;
using Xunit;

namespace Portal.Browser.Tests;

/// <summary>
/// Walks through a portal by its links, as somebody with a given role, and looks at each kind of page once.
/// </summary>
public sealed class EveryPageTests(Chromium chromium, Site site) : IClassFixture<Site>
{
    private const int MostPages = 60;

    // What they have in common with the others is looked at there.
    private const int MostPagesOfLikeTenants = 25;
    private const string Hostile = "<img src=x onerror=alert(1)>";

    [Theory]
    [InlineData("control", AccountRole.Manager, "ja", false, 1280)]
    [InlineData("control", AccountRole.Manager, "en", true, 320)]
    [InlineData("officephone", AccountRole.Member, "en", false, 1280)]
    [InlineData("homephone", AccountRole.Member, "ja", false, 320)]
    [InlineData("rental", AccountRole.Manager, "ja", true, 320)]
    [InlineData("security", AccountRole.Manager, "en", true, 1280)]
    [InlineData("admin", AccountRole.SystemAdministrator, "ja", true, 320)]
    public async Task A11Y_1_A11Y_2_WB_06_EveryPageThatLinksLeadTo_IsSound(string tenant, AccountRole role, string language, bool dark,
        int width)
    {
        var look = new Look(language, dark, width);
        await using var window = await chromium.OpenAsync(site.Address, look);
        await SignInAsync(window, tenant, role, look);
        var trouble = new List<string>();
        var seen = await WalkAsync(window, tenant, "N000", async (path, status) =>
        {
            if (tenant != "admin")
            {
                trouble.AddRange((await Sizes.FindAsync(window.Page, look)).Select(finding => $"{path}: {finding}"));
                trouble.AddRange((await Dialogs.FindAsync(window.Page)).Select(finding => $"{path}: {finding}"));
            }

            trouble.AddRange((await window.FindTroubleAsync()).Select(finding => $"{path}: {finding}"));
            if (status >= 400)
            {
                trouble.Add($"{path}: {status}");
            }
        });

        trouble.ShouldBeEmpty();
        seen.ShouldBeGreaterThan(3);
        (await window.Page.EvaluateAsync<string>("navigator.userAgent")).ShouldContain("Chrome/");
    }

    [Theory]
    [InlineData("control")]
    [InlineData("security")]
    [InlineData("admin")]
    public async Task WB_06_MarkupInATextField_RunsNowhere(string tenant)
    {
        await using var own = await OwnSiteAsync();
        await HostileAsync(own, "control", "N0007001", AccountRole.Manager);
        await HostileAsync(own, "control", "N0007002", AccountRole.Member);
        await HostileCasesAsync(own, await HostileAsync(own, "security", "N0007001", AccountRole.Manager));
        await using var window = await chromium.OpenAsync(own.Address);
        var alerts = new List<string>();
        window.Page.Dialog += async (_, dialog) =>
        {
            alerts.Add(window.Page.Url);
            await dialog.DismissAsync();
        };
        await (tenant == "admin" ? SignInAsync(window, tenant, AccountRole.SystemAdministrator, Look.Default, own)
            : EnterAsync(window, tenant, "N0007001"));
        var elements = new List<string>();
        var shown = 0;
        await WalkAsync(window, tenant, "N0007", async (path, _) =>
        {
            if (await window.Page.Locator("img[src=x], [onerror]").CountAsync() > 0)
            {
                elements.Add(path);
            }

            shown += (await window.Page.Locator("body").InnerTextAsync()).Contains(Hostile, StringComparison.Ordinal) ? 1 : 0;
        });

        alerts.ShouldBeEmpty();
        elements.ShouldBeEmpty();
        shown.ShouldBeGreaterThan(0, "the text itself must have been shown somewhere");
    }

    private static async Task<Site> OwnSiteAsync()
    {
        var own = new Site();
        await own.InitializeAsync();
        return own;
    }

    private static async Task<int> WalkAsync(Window window, string tenant, string sought, Func<string, int, Task> look)
    {
        var walk = new Walk(SignIns.PathOf(tenant) + "/");
        if (tenant == "admin")
        {
            // Staff find users by searching, and no link does that.
            walk.Found(["/admin/users?q=" + sought]);
        }

        if (tenant == "security")
        {
            // Nor does one lead to marked words.
            walk.Found(["/t/security/kb/search?q=" + Uri.EscapeDataString("ログ")]);
        }

        for (walk.Found(await window.LinksAsync()); walk.Next() is { } path
            && walk.Seen <= (tenant is "control" or "security" or "admin" ? MostPages : MostPagesOfLikeTenants);)
        {
            var answer = await window.GoAsync(path);
            await look(path, answer.Status);
            walk.Found(await window.LinksAsync());
        }

        return walk.Seen;
    }

    private Task SignInAsync(Window window, string tenant, AccountRole role, Look look) => SignInAsync(window, tenant, role, look, site);

    /// <summary>A second factor would stand in the way of every walk; journeys of its own go through it.</summary>
    private static async Task SignInAsync(Window window, string tenant, AccountRole role, Look look, Site at)
    {
        await at.App.ChangeProfileAsync(tenant, profile => profile with { SecondFactor = new SecondFactorProfile() });
        var id = Identifier(tenant, look);
        await new Account(tenant, id)
        {
            Role = role,
            Contract = tenant == "admin" ? null : "C-900001",
            Email = "walker@portal.example.jp",
            With = user => user.Language = look.Language
        }.AddToAsync(at.App);
        await AddRowsAsync(at, tenant, role, look);
        await EnterAsync(window, tenant, id);
    }

    /// <summary>A list without rows shows nothing that could be too wide.</summary>
    private static async Task AddRowsAsync(Site at, string tenant, AccountRole role, Look look)
    {
        if (tenant is not ("control" or "security") || role != AccountRole.Manager)
        {
            return;
        }

        for (var number = 0; number < 6; number++)
        {
            await new Account(tenant, $"{(tenant == "control" ? "N" : "chihiro.tanaka-")}00{Identifier(tenant, look)[^4..]}{number}")
            {
                Contract = "C-900001",
                FamilyName = "勅使河原",
                GivenName = "千尋",
                Email = $"chihiro.teshigawara{number}@a-long-name.example.jp",
                With = user => (user.Department, user.Phone) = ("西日本第二ネットワーク運用センター", "03-1234-3116"),
            }.AddToAsync(at.App);
        }
    }

    private static async Task EnterAsync(Window window, string tenant, string id)
    {
        await window.GoAsync(SignIns.PathOf(tenant) + "/login");
        await window.Page.FillAsync("[autocomplete~=username]", id);
        if (await window.Page.Locator("main [autocomplete=email]").CountAsync() > 0)
        {
            await window.Page.FillAsync("main [autocomplete=email]", "walker@portal.example.jp");
        }

        await window.Page.FillAsync("[autocomplete=current-password]", Account.UsualPassword);
        await window.FollowAsync("main .p-button[data-kind=primary]");
        (await window.Page.Locator(".p-menu__summary").CountAsync()).ShouldBe(1, window.Page.Url);
    }

    private static string Identifier(string tenant, Look look)
    {
        var number = (look.Dark ? 1 : 0) + (look.Width == 320 ? 2 : 0) + (look.Language == "en" ? 4 : 0);
        return tenant switch
        {
            "admin" => $"walker{number}@portal.example.jp",
            "homephone" or "officephone" => $"0900000800{number}",
            _ => $"N000800{number}",
        };
    }

    private static Task<Guid> HostileAsync(Site at, string tenant, string id, AccountRole role) => new Account(tenant, id)
    {
        Role = role,
        FamilyName = Hostile,
        GivenName = Hostile,
        With = user =>
            (user.FamilyNameKana, user.GivenNameKana, user.Department, user.Phone, user.PreferredName, user.Title, user.Biography,
                user.MobilePhone) = (Hostile, Hostile, Hostile, Hostile, role == AccountRole.Manager ? Hostile : "", Hostile, Hostile,
                Hostile),
    }.AddToAsync(at.App);

    /// <summary>Subject, text, and the names of the author and of a filter; the desk sees them as well.</summary>
    private static Task HostileCasesAsync(Site at, Guid author) => at.App.InTenantAsync("security", async services =>
    {
        var user = await services.GetRequiredService<PortalDbContext>().Users.SingleAsync(each => each.Id == author);
        await services.GetRequiredService<CaseOpening>().OpenAsync(user, new NewCase(CaseKind.Fault, Hostile, Hostile));
        var reader = new CaseReader(author, user.ContractId!.Value, true, CaseVisibility.Everybody);
        await services.GetRequiredService<SavedFilters>().SaveAsync(reader, Hostile, "?q=onerror", true);
    });
}
