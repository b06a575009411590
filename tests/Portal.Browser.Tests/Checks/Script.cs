using Microsoft.Playwright;

namespace Portal.Browser.Tests.Checks;

internal static class Script
{
    // Shared by the checks: what is on screen, and a short name for it in a finding.
    private const string Words = """
        const shown = e => e.checkVisibility({ visibilityProperty: true }) && e.getClientRects().length > 0
          && !e.closest('.vh, [aria-hidden=true]');
        const classes = e => e.classList.length ? '.' + [...e.classList].join('.') : '';
        const said = e => (e.textContent || e.value || '').trim().slice(0, 40);
        const name = e => `<${e.tagName.toLowerCase()}${e.id ? '#' + e.id : ''}${classes(e)}> ${said(e)}`;
        """;

    /// <summary>Runs the body of a function that returns an array of findings.</summary>
    public static async Task<IReadOnlyList<string>> FindAsync(IPage page, string body) =>
        await page.EvaluateAsync<string[]>($"() => {{ {Words} {body} }}");
}
