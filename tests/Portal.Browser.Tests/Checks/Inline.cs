using Microsoft.Playwright;

namespace Portal.Browser.Tests.Checks;

/// <summary>
/// C3: nothing in the page that the content policy would have to
/// stop: script, style or handlers written into the markup (WB-06).
/// </summary>
internal static class Inline
{
    public static async Task<IReadOnlyList<string>> FindAsync(IPage page) => await page.EvaluateAsync<string[]>(
        """
        () => [...document.querySelectorAll('*')]
          .filter(e => e.localName === 'style' || (e.localName === 'script' && !e.src)
            || [...e.attributes].some(a => a.name === 'style' || a.name.startsWith('on')))
          .map(e => e.outerHTML.slice(0, 200))
        """);
}
