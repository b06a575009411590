using Microsoft.Playwright;
using Portal.Browser.Tests.Checks;

namespace Portal.Browser.Tests;

/// <summary>A browser window with a profile of its own, which remembers what the page complained about.</summary>
public sealed class Window : IAsyncDisposable
{
    private readonly IBrowserContext context;

    public Window(IBrowserContext context, IPage page, bool script)
    {
        (this.context, Page, RunsScripts) = (context, page, script);
        Complaints = new Complaints(page);
    }

    public IPage Page { get; }

    /// <summary>Whether the pages' own scripts run here.</summary>
    public bool RunsScripts { get; }

    public Complaints Complaints { get; }

    public async Task<IResponse> GoAsync(string path) => (await Page.GotoAsync(path))!;

    /// <summary>Clicks what leads to a page, this one again or another.</summary>
    public Task FollowAsync(string selector) => ArriveAsync(() => Page.ClickAsync(selector), selector);

    /// <summary>
    /// Does what leads to a page and waits until that page is there, with its scripts: what comes next is done to it
    /// and not to the former one.
    /// </summary>
    /// <param name="what">For who reads that the page never came.</param>
    public async Task ArriveAsync(Func<Task> act, string what = "what was done")
    {
        ArgumentNullException.ThrowIfNull(act);
        var (arrived, from) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), Page.Url);
        Page.FrameNavigated += Note;
        try
        {
            await act();
            await arrived.Task.WithinAsync($"a page after {what}", from);
            await Page.WaitUntilLoadedAsync();
        }
        finally
        {
            Page.FrameNavigated -= Note;
        }

        void Note(object? sender, IFrame frame)
        {
            if (frame == Page.MainFrame)
            {
                arrived.TrySetResult();
            }
        }
    }

    /// <summary>Waits until the field has the focus: what is typed before that is typed into nothing.</summary>
    public Task WaitForFocusAsync(string selector) =>
        Page.WaitForFunctionAsync("selector => document.activeElement?.matches(selector)", selector);

    /// <summary>Where the page leads, as path and query; downloads are no pages.</summary>
    public async Task<IReadOnlyList<string>> LinksAsync() => await Page.EvaluateAsync<string[]>(
        "() => [...document.querySelectorAll('a[href]:not([download])')].filter(a => a.origin === location.origin).map(a => a.pathname "
            + "+ a.search)");

    public ValueTask DisposeAsync() => context.DisposeAsync();
}
