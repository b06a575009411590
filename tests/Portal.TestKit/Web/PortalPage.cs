using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Shouldly;

namespace Portal.TestKit.Web;

/// <summary>One answer, read as a person would and, where needed, as a program would.</summary>
public sealed partial class PortalPage
{
    private const int MostRedirects = 10;
    private readonly PortalBrowser browser;
    private readonly Lazy<IHtmlDocument> document;

    private PortalPage(PortalBrowser browser, Uri address, HttpResponseMessage response, byte[] content)
    {
        (this.browser, Address, Status, Content) = (browser, address, response.StatusCode, content);
        Headers = response.Headers.Concat(response.Content.Headers)
            .ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase);
        SetCookies = response.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies.ToList() : [];
        document = new(() => new HtmlParser().ParseDocument(Body));
    }

    public Uri Address { get; }

    public HttpStatusCode Status { get; }

    public byte[] Content { get; }

    public IReadOnlyDictionary<string, string> Headers { get; }

    /// <summary>The Set-Cookie headers as sent.</summary>
    public IReadOnlyList<string> SetCookies { get; }

    public string Body => System.Text.Encoding.UTF8.GetString(Content);

    /// <summary>Where a redirect leads, as path and query; null when it is none.</summary>
    public string? Location => Headers.TryGetValue("Location", out var location) ? new Uri(Address, location).PathAndQuery : null;

    public IHtmlDocument Document => document.Value;

    public string Title => Tidy(Document.Title ?? "");

    /// <summary>What can be read in the page's body, with white space collapsed.</summary>
    public string Text => Tidy(Document.Body?.Text() ?? "");

    public IElement Find(string selector) =>
        Document.QuerySelector(selector).ShouldNotBeNull($"{Address.PathAndQuery} has no {selector}:\n{Text}");

    public IReadOnlyList<string> Texts(string selector) => [.. Document.QuerySelectorAll(selector).Select(element => Tidy(element.Text()))];

    public bool Has(string selector) => Document.QuerySelector(selector) is not null;

    /// <summary>
    /// A form of this page, as if the page had been fetched anew: its id is one that was never sent. Sent twice it is
    /// the same form.
    /// </summary>
    public PortalForm Form(string selector = "main form") => SameForm(selector).Anew();

    /// <summary>The very form that the page came with, as a second click sends it.</summary>
    public PortalForm SameForm(string selector = "main form")
    {
        var found = Find(selector);
        return new PortalForm(browser, Address, (found as IHtmlFormElement).ShouldNotBeNull($"{selector} is no form"));
    }

    /// <summary>All forms of this page, as they stand.</summary>
    public IEnumerable<PortalForm> Forms() => Document.Forms.Select(form => new PortalForm(browser, Address, form));

    /// <summary>Follows a link, named by its text or by a selector.</summary>
    public Task<PortalPage> ClickAsync(string textOrSelector)
    {
        var link = Document.QuerySelectorAll("a[href]").FirstOrDefault(element => Tidy(element.Text()) == textOrSelector)
            ?? Find(textOrSelector);
        return browser.GetAsync(new Uri(Address, link.GetAttribute("href").ShouldNotBeNull()).PathAndQuery);
    }

    /// <summary>Follows redirects to where they end.</summary>
    public async Task<PortalPage> FollowAsync()
    {
        var page = this;
        for (var i = 0; i < MostRedirects && page.Location is { } next && (int)page.Status is >= 300 and < 400; i++)
        {
            page = await browser.GetAsync(next);
        }

        return page;
    }

    public override string ToString() => $"{(int)Status} {Address.PathAndQuery} → {Location ?? Text}{Fault()}";

    internal static async Task<PortalPage> ReadAsync(PortalBrowser browser, HttpRequestMessage request, HttpResponseMessage response) =>
        new(browser, request.RequestUri!, response, await response.Content.ReadAsByteArrayAsync());

    private string Fault() =>
        Status >= HttpStatusCode.InternalServerError && browser.App.Faults.ShownOn(Body) is { } fault ? $"\n{fault}" : "";

    internal static string Tidy(string text) => WhiteSpace().Replace(text, " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
