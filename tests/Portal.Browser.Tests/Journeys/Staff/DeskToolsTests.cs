using Portal.Browser.Tests.Checks;
using Shouldly;
using Xunit;

namespace Portal.Browser.Tests.Journeys.Staff;

/// <summary>The desk works by keys, through its queue and on several cases at once (ADMIN-5).</summary>
public sealed class DeskToolsTests(Chromium chromium)
{
    private const string Focused = "document.activeElement.closest('tr')?.rowIndex ?? document.activeElement.name ?? ''";

    [Fact]
    public async Task ADMIN_5_KeysLeadThroughTheQueue_UnlessSomebodyIsTypingOrTurnedThemOff()
    {
        await using var site = await StartAsync();
        await using var desk = await chromium.OpenAsync(site.Address, new Look("ja"));
        await desk.SignInAsStaffAsync(site, "agent@portal.example.jp");
        await desk.GoAsync("/admin/cases");

        await PressAsync(desk, "j", "j", "k", "x");
        (await desk.Page.EvaluateAsync<string>($"String({Focused})")).ShouldBe("1");
        (await desk.Page.Locator("main tbody input[type=checkbox]:checked").CountAsync()).ShouldBe(1);
        await desk.Page.Keyboard.PressAsync("Enter");
        await desk.Page.WaitUntilAtAsync(url => url.Contains("/admin/cases/security/", StringComparison.Ordinal), "the first case");
        var first = desk.PathOf();

        await desk.Page.Keyboard.PressAsync("j");
        await desk.Page.WaitUntilAtAsync(url => !url.Contains(first, StringComparison.Ordinal), "the next case");
        var second = desk.PathOf();
        await desk.Page.Keyboard.PressAsync("r");
        (await desk.Page.EvaluateAsync<string>($"String({Focused})")).ShouldBe("Text");
        await PressAsync(desk, "k", "j");
        (await desk.Page.InputValueAsync("main textarea[name=Text]")).ShouldBe("kj");
        desk.PathOf().ShouldBe(second);

        await desk.Page.EvaluateAsync("document.activeElement.blur()");
        await desk.Page.Keyboard.PressAsync("?");
        (await desk.Page.InnerTextAsync("main .p-keys")).ShouldContain("次のケース");
        (await desk.FindTroubleAsync()).ShouldBeEmpty();
        await desk.Page.ClickAsync("main .p-keys button");
        await desk.Page.EvaluateAsync("document.activeElement.blur()");
        await desk.Page.Keyboard.PressAsync("n");
        (await desk.Page.EvaluateAsync<string>($"String({Focused})")).ShouldNotBe("Note");
    }

    [Theory]
    [InlineData(true, 375)]
    [InlineData(false, 1280)]
    public async Task ADMIN_5_SeveralAreAnsweredFromStock(bool script, int width)
    {
        await using var site = await StartAsync();
        await using var desk = await chromium.OpenAsync(site.Address, new Look("ja", Width: width, Script: script, Dark: !script));
        await desk.SignInAsStaffAsync(site, "tenantadmin@portal.example.jp");
        await desk.GoAsync("/admin/case-answers/security/new");
        await desk.Page.FillAsync("main [name=Title]", "復旧");
        await desk.Page.FillAsync("main [name=TextJa]", "{contact}様、**復旧**しました。");
        await desk.FollowAsync("main button[value=check]");
        (await desk.FindTroubleAsync()).ShouldBeEmpty();
        await desk.FollowAsync("main button[value=save]");
        (await desk.FindTroubleAsync()).ShouldBeEmpty();

        await desk.GoAsync("/admin/cases");
        (await desk.FindTroubleAsync()).ShouldBeEmpty();
        await desk.Page.Locator("main tbody input[type=checkbox]").First.CheckAsync();
        await desk.Page.Locator("main tbody input[type=checkbox]").Nth(1).CheckAsync();
        await desk.FollowAsync("main form[action$='/change'] button");
        (await desk.FindTroubleAsync()).ShouldBeEmpty();
        await desk.FollowAsync("main .p-tabs a:has-text('回答')");
        await desk.Page.SelectOptionAsync("main select[name=Canned]", new Microsoft.Playwright.SelectOptionValue { Label = "復旧" });
        await desk.FollowAsync("main button[value=insert]");
        (await desk.FindTroubleAsync()).ShouldBeEmpty();
        await desk.FollowAsync("main button:has-text('まとめて回答を送信')");
        (await desk.Page.InnerTextAsync("main")).ShouldContain("2件を変更しました");
        (await desk.FindTroubleAsync()).ShouldBeEmpty();
    }

    private static async Task PressAsync(Window desk, params string[] keys)
    {
        foreach (var key in keys)
        {
            await desk.Page.Keyboard.PressAsync(key);
        }
    }

    private static async Task<Site> StartAsync()
    {
        var site = new Site();
        await site.InitializeAsync();
        return site;
    }
}
