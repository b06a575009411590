using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data.Entities;

namespace Portal.Web.Tests.Http.Shares;

/// <summary>
/// Browsers that read a file as slowly as the server lets them, over real sockets: it is nobody's trouble but theirs.
/// </summary>
[Trait("Timing", "measured")]
public sealed partial class SlowReaders : IAsyncLifetime
{
    private const string Data = "/t/control/account/data";
    private const string History = "/t/control/account/login-history";
    private const string SignIn = "/t/control/login";
    private static readonly TimeSpan Quick = TimeSpan.FromSeconds(1);
    private readonly List<Socket> readers = [];
    private PortalApp app = null!;

    private Uri Site => app.ClientOptions.BaseAddress;

    public async ValueTask InitializeAsync() => app = await PortalApp.ListenAsync();

    public async ValueTask DisposeAsync()
    {
        readers.ForEach(reader => reader.Dispose());
        await app.DisposeAsync();
    }

    [Fact]
    [Trait("Review", "S2")]
    public async Task RX_05_RX_02_REL_2_SixtySlowReadersOfOneUser_LeaveTheConnectionsToTheOthers()
    {
        var user = await SlowUserAsync("N0009001");
        var request = await RequestAsync(user, Data, []);
        var heads = await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => BeginAsync(request)));

        heads.Count(head => head.StartsWith("HTTP/1.1 200", StringComparison.Ordinal)).ShouldBe(2);
        var refused = heads.Where(head => head.StartsWith("HTTP/1.1 429", StringComparison.Ordinal)).ToList();
        refused.Count.ShouldBe(58);
        refused.ShouldAllBe(head => head.Contains("Retry-After: 60", StringComparison.Ordinal));
        await OthersAreServedAsync();
        await NoReaderHoldsATransactionAsync();

        // A place comes back with the reader's end.
        readers.ForEach(reader => reader.Dispose());
        await UntilAsync(async () => (await BeginAsync(request)).StartsWith("HTTP/1.1 200", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Review", "S2")]
    public async Task RX_05_SlowReadersOfManyUsers_HaveHalfOfTheNodesPlacesForTheirTenant()
    {
        var requests = new List<string>();
        for (var number = 1; number <= 8; number++)
        {
            requests.Add(await RequestAsync(await SlowUserAsync($"N000900{number}"), Data, []));
        }

        var heads = await Task.WhenAll(requests.SelectMany(request => new[] { BeginAsync(request), BeginAsync(request) }));

        heads.Count(head => head.StartsWith("HTTP/1.1 200", StringComparison.Ordinal)).ShouldBe(10);
        heads.Count(head => head.StartsWith("HTTP/1.1 503", StringComparison.Ordinal)
            && head.Contains("Retry-After: 60", StringComparison.Ordinal)).ShouldBe(6);
        await OthersAreServedAsync();
        await NoReaderHoldsATransactionAsync();
    }

    [Fact]
    [Trait("Review", "S2")]
    public async Task RX_05_HIST_3_PERF_4_ALongHistory_BeginsAtOnceAndHoldsNoConnectionForItsReader()
    {
        var user = await SlowUserAsync("N0009001");
        await app.World.Audit.AddPastAsync(await app.World.Accounts.IdOfAsync("N0009001"), 100_000,
            app.Time.GetUtcNow().AddSeconds(-100_000), TimeSpan.FromSeconds(1));
        var request = await RequestAsync(user, History, [new("format", "csv")], "/export");

        using var anybody = app.CreateClientWithoutRedirects();
        await using var slowness = Measure(anybody);
        var began = Stopwatch.GetTimestamp();
        var heads = await Task.WhenAll(BeginAsync(request), BeginAsync(request));
        Stopwatch.GetElapsedTime(began).ShouldBeLessThan(await slowness.AddToAsync(Quick));

        heads.ShouldAllBe(head => head.StartsWith("HTTP/1.1 200", StringComparison.Ordinal));
        await NoReaderHoldsATransactionAsync();
        await OthersAreServedAsync();
        await NoReaderHoldsATransactionAsync();
    }

    /// <summary>Somebody with much to download, signed in.</summary>
    private async Task<Reader> SlowUserAsync(string loginId)
    {
        var id = await new Account("control", loginId).AddToAsync(app);
        await app.World.Pictures.AddAsync(new UserPicture
        {
            TenantId = await app.World.Tenants.IdOfAsync("control"),
            UserId = id,
            Id = Guid.CreateVersion7(),
            ContentType = "image/png",
            Content = [.. Enumerable.Repeat((byte)0xAB, 8_000_000)],
            ChangedAt = app.Time.GetUtcNow(),
        });
        var cookies = new CookieContainer();
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = cookies }) { BaseAddress = Site };
        var fields = await FieldsAsync(client, SignIn);
        fields["Identifier"] = loginId;
        fields["Password"] = Account.UsualPassword;
        using var content = new FormUrlEncodedContent(fields);
        using var message = new HttpRequestMessage(HttpMethod.Post, SignIn) { Content = content };
        message.Headers.TryAddWithoutValidation("Origin", Site.GetLeftPart(UriPartial.Authority));
        using var answer = await client.SendAsync(message);
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        return new Reader(client, cookies);
    }

    private static async Task<Dictionary<string, string>> FieldsAsync(HttpClient client, string page)
    {
        var document = new HtmlParser().ParseDocument(await client.GetStringAsync(new Uri(page, UriKind.Relative)));
        return document.QuerySelectorAll("main form input[name]").OfType<IHtmlInputElement>().GroupBy(input => input.Name!)
            .ToDictionary(group => group.Key, group => group.First().Value ?? "");
    }

    /// <summary>The whole request as it goes over the wire.</summary>
    private async Task<string> RequestAsync(Reader reader, string page, IEnumerable<KeyValuePair<string, string>> more, string act = "")
    {
        using var shown = await reader.Client.GetAsync(new Uri(page, UriKind.Relative));
        shown.StatusCode.ShouldBe(HttpStatusCode.OK);
        var html = await shown.Content.ReadAsStringAsync();
        List<KeyValuePair<string, string>> fields =
            [.. more, new("__RequestVerificationToken", Token().Match(html).Groups["value"].Value)];
        using var content = new FormUrlEncodedContent(fields);
        var body = await content.ReadAsStringAsync();
        var cookies = reader.Cookies.GetCookieHeader(new Uri(Site, page));
        return $"POST {page}{act} HTTP/1.1\r\nHost: {Site.Authority}\r\nOrigin: {Site.GetLeftPart(UriPartial.Authority)}\r\nCookie: "
            + $"{cookies}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {body.Length}\r\n\r\n{body}";
    }

    /// <returns>The first bytes of the answer; the rest stays where it is.</returns>
    private async Task<string> BeginAsync(string request)
    {
        var reader = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 2304 };
        lock (readers)
        {
            readers.Add(reader);
        }

        await reader.ConnectAsync(IPAddress.Loopback, Site.Port);
        await reader.SendAsync(Encoding.Latin1.GetBytes(request));
        var head = new byte[1000];
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var count = await reader.ReceiveAsync(head, patience.Token);
        return Encoding.Latin1.GetString(head, 0, count);
    }

    private async Task OthersAreServedAsync()
    {
        using var client = app.CreateClientWithoutRedirects();
        await using var slowness = Measure(client);
        var longest = TimeSpan.Zero;
        foreach (var path in Enumerable.Repeat(new[] { SignIn, "/t/rental/login", "/healthz/ready" }, 3).SelectMany(paths => paths))
        {
            var began = Stopwatch.GetTimestamp();
            using var page = await client.GetAsync(new Uri(path, UriKind.Relative));
            page.StatusCode.ShouldBe(HttpStatusCode.OK, path);
            longest = TimeSpan.FromTicks(Math.Max(longest.Ticks, Stopwatch.GetElapsedTime(began).Ticks));
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"Others were answered within {longest.TotalMilliseconds:0} ms.");
        longest.ShouldBeLessThan(await slowness.AddToAsync(Quick));
    }

    private static Slowness Measure(HttpClient client) => Slowness.Measure(async () =>
    {
        using var page = await client.GetAsync(new Uri("/healthz/live", UriKind.Relative));
    });

    /// <summary>
    /// A reader would hold its transaction as long as it reads, so beyond all patience; the host's own workers and
    /// pages are between two statements for a moment.
    /// </summary>
    private Task NoReaderHoldsATransactionAsync() => UntilAsync(async () => await app.Database.ReadAsync<long>($"""
        SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND usename = 'portal_app'
          AND application_name = 'portal' AND state LIKE 'idle in transaction%'
        """) == 0);

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!await condition())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), patience.Token);
        }
    }

    private sealed record Reader(HttpClient Client, CookieContainer Cookies);

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"(?<value>[^\"]+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Token();
}
