using Microsoft.Playwright;

namespace Portal.Browser.Tests.Checks;

/// <summary>A dialog that asks before something dangerous begins elsewhere than at the dangerous button.</summary>
internal static class Dialogs
{
    /// <summary>Opens and closes each dialog of the page.</summary>
    public static async Task<IReadOnlyList<string>> FindAsync(IPage page)
    {
        var found = new List<string>();
        foreach (var link in await page.Locator("main a[data-dialog]").AllAsync())
        {
            await link.ClickAsync();
            var dialog = page.Locator("dialog[open]:not(#session-dialog)");
            await dialog.WaitForAsync();
            if (await dialog.Locator("[data-kind=danger]:focus").CountAsync() > 0)
            {
                found.Add("begins at the danger: " + await dialog.Locator("h2").InnerTextAsync());
            }

            await page.Keyboard.PressAsync("Escape");
            await dialog.WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        }

        return found;
    }
}
