using Microsoft.Playwright;

namespace Portal.Browser.Tests.Checks;

/// <summary>
/// C1, C2: what goes wrong beside the page itself: errors of the console (violations of the content policy are among
/// them), files that do not arrive, and any host but our own.
/// </summary>
public sealed class Complaints
{
    private readonly List<string> found = [];

    public Complaints(IPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        page.Console += (_, message) => Note(message.Type == "error" && !IsStatusOfPage(message), "console: " + message.Text);
        page.PageError += (_, error) => found.Add("script: " + error);
        page.Response +=
            (_, response) => Note(response.Status >= 400 && !response.Request.IsNavigationRequest, $"{response.Status} {response.Url}");
        page.Request += (_, request) => Note(IsForeign(page, request), "foreign host: " + request.Url);
    }

    /// <summary>What was found since the last time.</summary>
    public IReadOnlyList<string> Take()
    {
        string[] taken = [.. found];
        found.Clear();
        return taken;
    }

    // A page that is refused (422, 404) is reported in the console too; that is its job.
    private static bool IsStatusOfPage(IConsoleMessage message) =>
        message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal)
            && !Path.HasExtension(new Uri(message.Location).AbsolutePath);

    private static bool IsForeign(IPage page, IRequest request) =>
        Uri.TryCreate(page.Url, UriKind.Absolute, out var site) && site.Scheme.StartsWith("http", StringComparison.Ordinal)
        && new Uri(request.Url) is { Scheme: "http" or "https" } target && target.Host != site.Host;

    private void Note(bool applies, string text)
    {
        if (applies)
        {
            found.Add(text);
        }
    }
}
