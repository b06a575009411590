using Microsoft.Playwright;

namespace Portal.Browser.Tests.Checks;

/// <summary>A4, A5, A12: text at 200 %, text spacing of WCAG 1.4.12, and reduced motion.</summary>
internal static class Stretch
{
    // Set through the object model, which the content policy allows and a style element would not be.
    private const string LargeText = "document.documentElement.style.fontSize = '200%'; return [];";

    private const string WideSpacing = """
        document.documentElement.style.fontSize = '';
        for (const e of document.querySelectorAll('body, body *')) {
          e.style.lineHeight = '1.5'; e.style.letterSpacing = '.12em'; e.style.wordSpacing = '.16em';
          if (e.matches('p')) e.style.marginBottom = '2em';
        }
        return [];
        """;

    private const string Moving = """
        return [...document.querySelectorAll('body *')]
          .filter(e => /[1-9]/.test(getComputedStyle(e).transitionDuration + getComputedStyle(e).animationDuration)).map(name).slice(0, 5);
        """;

    public static async Task<IReadOnlyList<string>> FindAsync(IPage page)
    {
        await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        List<string> findings = [.. (await Script.FindAsync(page, Moving)).Select(finding => "A12 " + finding)];
        await Script.FindAsync(page, LargeText);
        findings.AddRange((await Script.FindAsync(page, Reflow.Body)).Select(finding => "A4 " + finding));
        await Script.FindAsync(page, WideSpacing);
        findings.AddRange((await Script.FindAsync(page, Reflow.Body)).Select(finding => "A5 " + finding));
        return findings;
    }
}
