using System.Globalization;
using Microsoft.Playwright;

namespace Portal.Browser.Tests.Checks;

/// <summary>
/// No page scrolls sideways at any width between a small phone and a desk, and none is endless on the phone (FACE-5).
/// </summary>
internal static class Sizes
{
    private const int Phone = 320;
    private const int TallestOnPhone = 8000;

    private static readonly int[] Widths = [Phone, 375, 640, 768, 900, 1024, 1100, 1280, 1440];

    /// <summary>Leaves the window as it was.</summary>
    public static async Task<IReadOnlyList<string>> FindAsync(IPage page, Look look)
    {
        var (found, height) = (new List<string>(), page.ViewportSize!.Height);
        foreach (var width in Widths)
        {
            await page.SetViewportSizeAsync(width, height);
            var size = await page.EvaluateAsync<int[]>(
                "() => { const e = document.documentElement; return [e.scrollWidth, e.clientWidth, e.scrollHeight]; }");
            if (size[0] > size[1])
            {
                found.Add(string.Create(CultureInfo.InvariantCulture, $"{size[0]} wide at {width}"));
            }

            if (width == Phone && size[2] > TallestOnPhone)
            {
                found.Add(string.Create(CultureInfo.InvariantCulture, $"{size[2]} high at {width}"));
            }
        }

        await page.SetViewportSizeAsync(look.Width, height);
        return found;
    }
}
