using System.Net;
using System.Text.RegularExpressions;
using Portal.TestKit.Web;

namespace Portal.Web.Tests.Http.Offers;

/// <summary>
/// Somebody who follows all that pages offer: own links, forms that ask, and forms that change something, of which it
/// only asks whether it may (<see cref="OnlyAsked"/>). Of pages that differ by an id alone it looks at some, and at one
/// more for each new set of offers that leads to it.
/// </summary>
internal sealed partial class Walk
{
    private const int MostOfAShape = 6;
    private const int MostPages = 2000;

    /// <summary>Pages of the demonstration alone: the mailbox of everybody, the gallery of components.</summary>
    private const string Demonstration = "/dev";

    private readonly PortalBrowser browser;
    private readonly Queue<Offer> ahead = new();
    private readonly HashSet<string> known = [];
    private readonly HashSet<(string Shape, string From)> offered = [];
    private readonly Dictionary<string, int> counts = [];
    private readonly List<string> faults = [];

    public Walk(PortalBrowser browser) => (this.browser, browser.UserAgent) = (browser, OnlyAsked.Browser);

    /// <summary>How many answers it looked at.</summary>
    public int Seen { get; private set; }

    /// <returns>What was offered and cannot be done.</returns>
    public async Task<IReadOnlyList<string>> FromAsync(string start)
    {
        ahead.Enqueue(new Offer(start, "the beginning", () => browser.GetAsync(start)));
        while (Seen < MostPages && ahead.TryDequeue(out var next))
        {
            await LookAsync(next);
        }

        return ahead.Count == 0 ? faults : [.. faults, $"After {Seen} answers there is no end: {ahead.Peek()}"];
    }

    private async Task LookAsync(Offer next)
    {
        var page = await next.TakeAsync();
        Seen++;
        if (page.Status >= HttpStatusCode.BadRequest && !IsAnAnswer(page))
        {
            faults.Add($"{(int)page.Status} {next.Path}, offered by {next.From}");
            return;
        }

        var offers = Offers(page, next).ToList();
        var signature = Shape(next.Path) + " " + string.Join(' ', offers.Select(offer => Shape(offer.Path)).Distinct().Order());
        foreach (var offer in offers.Where(offer => IsNew(offer, signature)))
        {
            ahead.Enqueue(offer);
        }
    }

    /// <summary>
    /// A form that asks, sent as it stands, may miss a choice; and where the password must be changed first, some
    /// tenants keep their menu, whose pages say so and lead there (TEMP-6).
    /// </summary>
    private static bool IsAnAnswer(PortalPage page) =>
        page.Status == HttpStatusCode.UnprocessableEntity
            || (page.Status == HttpStatusCode.Forbidden && page.Has("main a[href$='/password/required']"));

    private IEnumerable<Offer> Offers(PortalPage page, Offer taken)
    {
        if (page.Location is { } location)
        {
            return [new Offer(location, taken.ToString(), () => browser.GetAsync(location))];
        }

        if (page.Headers.GetValueOrDefault("Content-Type")?.StartsWith("text/html", StringComparison.Ordinal) != true)
        {
            return [];
        }

        var links = page.Document.QuerySelectorAll("a[href], area[href]").Select(link => link.GetAttribute("href")!)
            .Where(href => !href.StartsWith('#'))
            .Select(href => new Uri(page.Address, href))
            .Where(IsOwn)
            .Select(target => new Offer(target.PathAndQuery, taken.Path, () => browser.GetAsync(target.PathAndQuery)));
        return links.Concat(page.Forms().SelectMany(form => form.Ways())
            .Select(way => new Offer((way.IsPost ? "POST " : "") + way.Path, taken.Path, way.SendAsync)));
    }

    private bool IsNew(Offer offer, string from)
    {
        var shape = Shape(offer.Path);
        var isFirst = offered.Add((shape, from));
        if ((!isFirst && counts.GetValueOrDefault(shape) >= MostOfAShape) || !known.Add(offer.Path))
        {
            return false;
        }

        counts[shape] = counts.GetValueOrDefault(shape) + 1;
        return true;
    }

    private static bool IsOwn(Uri target) =>
        target.Scheme is "http" or "https" && target.Authority == PortalApp.BaseAddress.Authority
            && !target.AbsolutePath.StartsWith(Demonstration, StringComparison.Ordinal);

    /// <summary>A path without what differs from row to row, and without what is asked for.</summary>
    private static string Shape(string path) => Row().Replace(path.Split('?')[0], "{id}");

    // An id, or the number that a case, a request, an order or a contract is known by.
    [GeneratedRegex("[0-9a-fA-F]{8}-?([0-9a-fA-F]{4}-?){3}[0-9a-fA-F]{12}|(?<=/)[A-Z]{1,2}[0-9]{7,}(?=/|$)")]
    private static partial Regex Row();

    private sealed record Offer(string Path, string From, Func<Task<PortalPage>> TakeAsync)
    {
        public override string ToString() => $"{Path} (offered by {From})";
    }
}
