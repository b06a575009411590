using Microsoft.Playwright;

namespace Portal.Browser.Tests;

/// <summary>
/// An end for what the driver waits for without one, such as a script in the page: a test that waits for ever takes the
/// whole suite with it, and says nothing of where.
/// </summary>
internal static class Waits
{
    /// <param name="what">What is waited for.</param>
    /// <param name="where">Address of the page.</param>
    public static async Task WithinAsync(this Task task, string what, string where)
    {
        try
        {
            await task.WaitAsync(Chromium.Patience);
        }
        catch (TimeoutException e) when (!task.IsCompleted)
        {
            throw new TimeoutException($"Waited {Chromium.Patience.TotalSeconds} s for {what}, at {where}.", e);
        }
    }

    /// <inheritdoc cref="WithinAsync(Task, string, string)"/>
    public static async Task<T> WithinAsync<T>(this Task<T> task, string what, string where)
    {
        await ((Task)task).WithinAsync(what, where);
        return await task;
    }

    /// <summary>Waits until the page is there, with its scripts.</summary>
    /// <remarks>
    /// The page itself is asked, and asked again: the driver's own wait looks at what it knows, then listens, and an
    /// event in between is missed for ever.
    /// </remarks>
    public static Task WaitUntilLoadedAsync(this IPage page) => page.WaitUntilAtAsync(_ => true, "the page to be loaded");

    /// <summary>Waits until the page is one at such an address, and there with its scripts.</summary>
    /// <param name="isThere">Of the page's absolute address.</param>
    public static async Task WaitUntilAtAsync(this IPage page, Func<string, bool> isThere, string what)
    {
        ArgumentNullException.ThrowIfNull(page);
        using var patience = new CancellationTokenSource(Chromium.Patience);
        while (!isThere(page.Url) || !await IsLoadedAsync(page))
        {
            if (patience.IsCancellationRequested)
            {
                throw new TimeoutException($"Waited {Chromium.Patience.TotalSeconds} s for {what}, at {page.Url}.");
            }

            await Task.Delay(20, CancellationToken.None);
        }
    }

    /// <param name="ending">How the path of the address ends.</param>
    public static Task WaitUntilAtAsync(this IPage page, string ending) => page.WaitUntilAtAsync(
        url => url.Split('?', '#')[0].EndsWith(ending, StringComparison.Ordinal), $"a page at …{ending}");

    private static async Task<bool> IsLoadedAsync(IPage page)
    {
        try
        {
            return await page.EvaluateAsync<string>("document.readyState").WithinAsync("the state of the page", page.Url) == "complete";
        }
        catch (PlaywrightException) when (!page.IsClosed)
        {
            return false; // the document went away while it was asked
        }
    }
}
