using AngleSharp.Css.Dom;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Ganss.Xss;
using Markdig;
using Markdig.Syntax;

namespace Portal.Web.Domain.RichTexts;

/// <summary>
/// Markdown as HTML that may stand on any page (IV-12). Rendered when it is written and kept; the only place that
/// makes markup out of what people type. Pictures wait for attachments and are left out.
/// </summary>
public static class RichText
{
    /// <summary>Longer texts are shown as they were typed; in UTF-16 units.</summary>
    public const int LongestSource = 20_000;

    // A table of 2,000 columns fits into 9.5 kB, becomes 10 MB of markup and would hold the sanitizer for ten seconds.
    private const int Growth = 20;
    private const int HighestHeading = 4;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml().UsePipeTables().UseAutoLinks().UseSoftlineBreakAsHardlineBreak().Build();

    private static readonly HtmlSanitizer Sanitizer = CreateSanitizer();

    /// <summary>The text as markup.</summary>
    public static string ToHtml(string source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return Rendered(source) is { } html && IsBounded(source, html) ? Sanitizer.Sanitize(html) : Plain(source);
    }

    /// <summary>What can be read in markup that <see cref="ToHtml"/> made, with single blanks between words.</summary>
    public static string ToPlain(string html)
    {
        ArgumentNullException.ThrowIfNull(html);
        var body = new HtmlParser().ParseDocument(html).Body;

        // Blocks end words: the last of one heading is not joined to the first of its paragraph.
        var text = string.Join(' ', body?.Descendants<IText>().Select(node => node.Data) ?? []);
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Whether the sanitizer is given this much markup at all.</summary>
    internal static bool IsBounded(string source, string html) => html.Length <= (Growth * source.Length) + LongestSource;

    internal static string? Rendered(string source)
    {
        try
        {
            return source.Length > LongestSource ? null : Below(Markdown.Parse(source, Pipeline)).ToHtml(Pipeline);
        }
        catch (ArgumentException)
        {
            return null; // nested too deeply
        }
    }

    // A text stands below the heading of its comment; its own ones must not look like the page's.
    private static MarkdownDocument Below(MarkdownDocument document)
    {
        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            heading.Level = Math.Min(heading.Level + HighestHeading - 1, 6);
        }

        return document;
    }

    private static string Plain(string source) =>
        "<p>" + System.Net.WebUtility.HtmlEncode(source).ReplaceLineEndings("<br>") + "</p>";

    private static HtmlSanitizer CreateSanitizer()
    {
        var sanitizer = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = Words("p br hr h4 h5 h6 strong em del code pre blockquote ul ol li a table thead tbody tr th td"),
            AllowedAttributes = Words("href title start"),
            UriAttributes = Words("href"),
            AllowedSchemes = Words("https http mailto tel"),
            AllowedCssProperties = new HashSet<string>(),
            AllowedAtRules = new HashSet<CssRuleType>(),
        });
        sanitizer.PostProcessNode += (_, node) =>
        {
            if (node.Node is IHtmlAnchorElement link)
            {
                link.SetAttribute("rel", "nofollow noopener ugc");
            }
        };
        return sanitizer;
    }

    private static HashSet<string> Words(string words) => [.. words.Split(' ')];
}
