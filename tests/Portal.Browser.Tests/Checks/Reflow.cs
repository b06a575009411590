using Microsoft.Playwright;

namespace Portal.Browser.Tests.Checks;

/// <summary>
/// A3: nothing is wider than the window; only a log may scroll, in a box of its own that the keyboard reaches.
/// </summary>
internal static class Reflow
{
    internal const string Body = """
        const found = [], root = document.documentElement;
        if (root.scrollWidth > root.clientWidth) {
          found.push(`page is ${root.scrollWidth} wide in ${root.clientWidth}`);
          for (const e of document.querySelectorAll('main *, header *, footer *'))
            if (shown(e) && !e.closest('[data-layout=wide]') && e.getBoundingClientRect().right > root.clientWidth + 1)
              found.push('sticks out: ' + name(e));
        }
        for (const e of document.querySelectorAll('body *')) {
          const clips = /auto|scroll|hidden|clip/.test(getComputedStyle(e).overflowX);
          if (shown(e) && clips && e.scrollWidth > e.clientWidth + 1 && !e.matches('[data-layout=wide][tabindex], input, select, textarea'))
            found.push('cut off: ' + name(e));
        }
        return found.slice(0, 10);
        """;

    public static Task<IReadOnlyList<string>> FindAsync(IPage page) => Script.FindAsync(page, Body);
}
