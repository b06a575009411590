using Microsoft.Playwright;

namespace Portal.Browser.Tests.Checks;

/// <summary>
/// A11: buttons and navigation at least 44 high, everything else one can hit at least 24; links inside
/// a sentence excepted, and bars of a chart, whose numbers lead to the same place from the table below.
/// </summary>
internal static class TargetSize
{
    private const string Body = """
        const found = [];
        const inSentence = e => e.matches('a') && [...e.parentElement.childNodes].some(n => n.nodeType === Node.TEXT_NODE && n.data.trim());
        for (const e of document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')) {
          if (!shown(e) || e.matches('.p-skip, .p-chart__bar, [readonly][tabindex="-1"]') || inSentence(e)) continue;
          const box = (e.closest('label') ?? e).getBoundingClientRect();
          const prominent = '.p-button, .p-nav__link, .p-menu__link, .p-pagination__link, .p-switch__button, .p-theme__button';
          const least = e.matches(prominent) ? 44 : 24;
          if (box.height < least - .5 || box.width < 24 - .5)
            found.push(`${Math.round(box.width)} x ${Math.round(box.height)}: ${name(e)}`);
        }
        return found;
        """;

    public static Task<IReadOnlyList<string>> FindAsync(IPage page) => Script.FindAsync(page, Body);
}
