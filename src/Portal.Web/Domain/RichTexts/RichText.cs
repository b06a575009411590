using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Css.Dom;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Ganss.Xss;
using Markdig;
using Markdig.Syntax;
using Portal.Rules.Text;

namespace Portal.Web.Domain.RichTexts;

/// <summary>
/// Markdown as HTML that may stand on any page (IV-12). Rendered when it is written and kept; the only place that
/// makes markup out of what people type. Pictures wait for attachments and are left out.
/// </summary>
public static partial class RichText
{
    /// <summary>Longer texts are shown as they were typed; in UTF-16 units.</summary>
    public const int LongestSource = 20_000;

    // A table of 2,000 columns fits into 9.5 kB, becomes 10 MB of markup and would hold the sanitizer for ten seconds.
    private const int Growth = 20;
    private const int StoredUnder = 3;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml().UsePipeTables().UseAutoLinks().UseSoftlineBreakAsHardlineBreak().Build();

    /// <summary>What stands in a line of words and does not part them.</summary>
    private static readonly HashSet<string> Inline = Words("strong em del code a");

    private static readonly HtmlSanitizer Sanitizer = CreateSanitizer();

    /// <summary>The text as markup.</summary>
    public static string ToHtml(string source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return Rendered(source) is { } html && IsBounded(source, html) ? Sanitizer.Sanitize(html) : Plain(source);
    }

    /// <summary>
    /// Markup that <see cref="ToHtml"/> made, for a place on a page: its headings follow the one that it stands under.
    /// </summary>
    /// <param name="html">New or old: older markup has gaps between its headings.</param>
    /// <param name="above">Level of that heading.</param>
    public static string Under(string html, int above)
    {
        var typed = Tag().Matches(html).Select(tag => tag.Groups["opened"]).Where(level => level.Success);
        var placed = new Queue<int>(HeadingOutline.Under(above, typed.Select(level => level.Value[0] - '0')));
        var current = '0';
        return Tag().Replace(html, tag =>
        {
            if (tag.Groups["opened"].Success)
            {
                current = (char)('0' + placed.Dequeue());
                return $"<h{current}>";
            }

            return tag.Groups["closed"].Success ? $"</h{current}>" : tag.Value;
        });
    }

    /// <summary>What can be read in markup that <see cref="ToHtml"/> made, with single blanks between words.</summary>
    public static string ToPlain(string html)
    {
        ArgumentNullException.ThrowIfNull(html);
        var text = new StringBuilder();
        if (new HtmlParser().ParseDocument(html).Body is { } body)
        {
            Read(body, text);
        }

        return string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    // Blocks end words: the last of one heading is not joined to the first of its paragraph. Emphasis parts none: the
    // middle of a Japanese word may be bold.
    private static void Read(IElement element, StringBuilder text)
    {
        foreach (var node in element.ChildNodes)
        {
            if (node is IText words)
            {
                text.Append(words.Data);
            }
            else if (node is IElement inner)
            {
                Read(inner, text);
                text.Append(Inline.Contains(inner.LocalName) ? "" : " ");
            }
        }
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

    private static MarkdownDocument Below(MarkdownDocument document)
    {
        HeadingBlock[] headings = [.. document.Descendants<HeadingBlock>()];
        var levels = HeadingOutline.Under(StoredUnder, headings.Select(heading => heading.Level));
        foreach (var (heading, level) in headings.Zip(levels))
        {
            heading.Level = level;
        }

        return document;
    }

    // Whole tags, so that what stands in a title is not taken for one. A heading of cleaned markup has no attributes.
    [GeneratedRegex("""<(?:h(?<opened>[1-6])>|/h(?<closed>[1-6])>|(?:[^>"]|"[^"]*")*>)""",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Tag();

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
