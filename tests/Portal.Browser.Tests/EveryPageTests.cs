using Portal.Browser.Tests.Checks;
using Portal.Rules.Delegation;
using Portal.TestKit.Accounts;
using Shouldly;
using Xunit;

namespace Portal.Browser.Tests;

/// <summary>Walks through a portal by its links, as somebody with a given role, and looks at each kind of page once.</summary>
public sealed class EveryPageTests(Chromium chromium, Site site) : IClassFixture<Site>
{
    private const int MostPages = 60;
    private static readonly Look Wide = new("ja");
    private static readonly Look Narrow = new("en", Dark: true, Width: 320);

    public static TheoryData<string, AccountRole, Look> Walks => new()
    {
        { "control", AccountRole.Manager, Wide },
        { "control", AccountRole.Manager, Narrow },
    };

    [Theory]
    [MemberData(nameof(Walks))]
    public async Task A11Y_1_EveryPageThatLinksLeadTo_IsSound(string tenant, AccountRole role, Look look)
    {
        await using var window = await chromium.OpenAsync(site.Address, look);
        await SignInAsync(window, tenant, role, look);
        var trouble = new List<string>();
        var walk = new Walk($"/t/{tenant}/");
        for (walk.Found(await window.LinksAsync()); walk.Next() is { } path && walk.Seen <= MostPages;)
        {
            var answer = await window.GoAsync(path);
            trouble.AddRange((await window.FindTroubleAsync()).Select(finding => $"{path}: {finding}"));
            if (answer.Status >= 400)
            {
                trouble.Add($"{path}: {answer.Status}");
            }

            walk.Found(await window.LinksAsync());
        }

        trouble.ShouldBeEmpty();
        walk.Seen.ShouldBeGreaterThan(3);
    }

    private async Task SignInAsync(Window window, string tenant, AccountRole role, Look look)
    {
        var id = $"N000{8000 + (int)role * 10 + (look.Dark ? 1 : 0)}";
        await new Account(tenant, id) { Role = role, Email = "walker@control.example.jp", With = user => user.Language = look.Language }.AddToAsync(site.App);
        await window.GoAsync($"/t/{tenant}/login");
        await window.Page.FillAsync("[autocomplete~=username]", id);
        await window.Page.FillAsync("[autocomplete=current-password]", Account.UsualPassword);
        await window.Page.ClickAsync("main .p-button[data-kind=primary]");
        (await window.Page.Locator(".p-menu__summary").CountAsync()).ShouldBe(1, window.Page.Url);
    }
}
