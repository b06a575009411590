using Microsoft.Playwright;
using Portal.Browser.Tests;
using Xunit;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace Portal.Browser.Tests;

/// <summary>One browser for all tests; each test opens windows of its own in it, which share nothing.</summary>
public sealed class Chromium : IAsyncLifetime
{
    // The same engine without the windows, menus and services of a desktop browser, which cost more than the pages.
    private const string Executable = "/usr/bin/chromium-headless-shell";

    // A container has neither a user namespace nor a graphics card, and tests must not talk to the outside.
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    /// <summary>
    /// How long anything is waited for. Longer than it takes on any machine: what does not come in it does not come.
    /// </summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout((float)Patience.TotalMilliseconds);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Executable, Args = Arguments });
    }

    public async Task<Window> OpenAsync(Uri site, Look? look = null)
    {
        ArgumentNullException.ThrowIfNull(site);
        look ??= Look.Default;
        var context = await browser!.NewContextAsync(new()
        {
            BaseURL = site.ToString(),
            ViewportSize = new() { Width = look.Width, Height = 900 },
            ColorScheme = look.Dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.NoPreference,
            JavaScriptEnabled = look.Script,
        });
        context.SetDefaultTimeout((float)Patience.TotalMilliseconds);
        await context.AddCookiesAsync([LanguageCookie(site, look.Language)]);
        return new Window(context, await context.NewPageAsync(), look.Script);
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
    }

    private static Cookie LanguageCookie(Uri site, string language) =>
        new() { Name = "culture", Value = $"c%3D{language}%7Cuic%3D{language}", Domain = site.Host, Path = "/" };
}
