using Microsoft.Playwright;
using Portal.Browser.Tests.Checks;

namespace Portal.Browser.Tests;

/// <summary>A browser window with a profile of its own, which remembers what the page complained about.</summary>
public sealed class Window : IAsyncDisposable
{
    private readonly IBrowserContext context;

    public Window(IBrowserContext context, IPage page)
    {
        (this.context, Page) = (context, page);
        Complaints = new Complaints(page);
    }

    public IPage Page { get; }

    public Complaints Complaints { get; }

    public async Task<IResponse> GoAsync(string path) => (await Page.GotoAsync(path))!;

    /// <summary>Where the page leads, as path and query; downloads are no pages.</summary>
    public async Task<IReadOnlyList<string>> LinksAsync() => await Page.EvaluateAsync<string[]>(
        "() => [...document.querySelectorAll('a[href]:not([download])')].filter(a => a.origin === location.origin).map(a => a.pathname "
            + "+ a.search)");

    public ValueTask DisposeAsync() => context.DisposeAsync();
}
