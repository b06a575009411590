using Microsoft.Playwright;

namespace Portal.Browser.Tests.Checks;

/// <summary>
/// A6: Japanese text squeezed to one character a line. It breaks anywhere, so a narrow column makes a tower of it,
/// which neither axe nor a check for sideways scrolling notices.
/// </summary>
internal static class ColumnCollapse
{
    private const string Body = """
        const found = [];
        const words = 'td, th, caption, h1, h2, h3, h4, dt, dd, li, label, legend, summary, p, a, button, span';
        for (const e of document.querySelectorAll(words)) {
          if (!shown(e)) continue;
          const texts = [...e.childNodes].filter(n => n.nodeType === Node.TEXT_NODE && n.data.trim());
          if (texts.map(n => n.data.trim()).join('').length < 3) continue;
          const em = parseFloat(getComputedStyle(e).fontSize), range = document.createRange();
          const boxes = texts.flatMap(n => { range.selectNodeContents(n); return [...range.getClientRects()]; });
          const widest = Math.max(...boxes.map(box => box.width));
          const height = Math.max(...boxes.map(box => box.bottom)) - Math.min(...boxes.map(box => box.top));
          if (widest < 2.2 * em && height > 4 * em) found.push(`${Math.round(widest)} x ${Math.round(height)}: ${name(e)}`);
        }
        return found;
        """;

    public static Task<IReadOnlyList<string>> FindAsync(IPage page) => Script.FindAsync(page, Body);
}
