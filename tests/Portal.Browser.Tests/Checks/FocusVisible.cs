using Microsoft.Playwright;

namespace Portal.Browser.Tests.Checks;

/// <summary>
/// A8: every stop of the Tab key has an outline of at least 3 px, lies in the window and is not covered.
/// </summary>
internal static class FocusVisible
{
    private const int MostStops = 200;

    private const string Body = """
        const e = document.activeElement;
        if (!e || e === document.body) return ['(end)'];
        if (e.closest('dialog')) return [];
        // A card's link draws its outline around the whole card.
        const ring = [getComputedStyle(e), getComputedStyle(e, '::after')]
          .find(style => style.outlineStyle === 'solid' && parseFloat(style.outlineWidth) >= 3);
        const box = e.getBoundingClientRect(), x = box.x + box.width / 2, y = box.y + box.height / 2;
        const top = document.elementFromPoint(x, y);
        const found = [];
        if (!ring) found.push('no outline: ' + name(e));
        if (box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth)
          found.push('outside the window: ' + name(e));
        else if (box.height < innerHeight && top && top !== e && !e.contains(top) && !top.contains(e) && !e.closest('label')?.contains(top))
          found.push(`covered by ${name(top)}: ${name(e)}`);
        return found;
        """;

    public static async Task<IReadOnlyList<string>> FindAsync(IPage page)
    {
        var findings = new List<string>();
        for (var stop = 0; stop < MostStops; stop++)
        {
            await page.Keyboard.PressAsync("Tab");
            var here = await Script.FindAsync(page, Body);
            if (here is ["(end)"])
            {
                return findings;
            }

            findings.AddRange(here);
        }

        return [.. findings, "the Tab key never leaves the page"];
    }
}
