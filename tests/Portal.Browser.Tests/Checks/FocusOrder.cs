using Microsoft.Playwright;

namespace Portal.Browser.Tests.Checks;

/// <summary>A9: the order of the page is the order of the Tab key.</summary>
internal static class FocusOrder
{
    private const string Body = "return [...document.querySelectorAll('[tabindex]')].filter(e => e.tabIndex > 0).map(name);";

    public static Task<IReadOnlyList<string>> FindAsync(IPage page) => Script.FindAsync(page, Body);
}
