using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Portal.Web.Features.Admin.Shared;
using Portal.Web.Features.Shared.Lists;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Admin.AuditTrail;

/// <summary>One event as the log shows it.</summary>
/// <param name="At">In the reader's zone.</param>
/// <param name="Shown">The same in words, to the second.</param>
/// <param name="More">Names and values of what else is known; what is not known is left out.</param>
public sealed record AuditEntry(string Href, AuditSentence Sentence, DateTimeOffset At, string Shown, string Site,
    IReadOnlyList<(string Name, IReadOnlyList<string> Values)> More);

/// <summary>
/// The log as sentences, which fit where a table of who, what, whom and why does not; written by code, like the rows of
/// a table (PERF-2).
/// </summary>
/// <param name="zone">In which zone moments are told.</param>
/// <param name="reasonIn">The reason as it stands behind the sentence.</param>
public sealed class AuditEntries(IReadOnlyList<AuditEntry> entries, string zone, string moreLabel, Func<string, string> reasonIn) : ListRows
{
    public override int Count => entries.Count;

    public override bool IsTable => false;

    internal override IHtmlContent Draw(ListDrawing drawing, HttpContext context) =>
        new Drawn(entries, zone, moreLabel, reasonIn, href => AppPath.Resolve(context, href));

    private sealed class Drawn(IReadOnlyList<AuditEntry> entries, string zone, string moreLabel, Func<string, string> reasonIn,
        Func<string, string> resolve) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder)
        {
            var pen = new HtmlPen(writer, encoder);
            pen.Markup("<p class=\"p-muted\">").Text(zone).Markup("</p>\n<div class=\"p-audit-box\"><ol class=\"p-audit p-audit--log\">\n");
            foreach (var entry in entries)
            {
                Entry(pen, entry);
            }

            pen.Markup("</ol></div>\n");
        }

        private void Entry(HtmlPen pen, AuditEntry entry)
        {
            pen.Markup("<li class=\"p-audit__entry\"><p class=\"p-audit__what\"><a").Attribute("href", resolve(entry.Href)).Markup(">")
                .Content(entry.Sentence).Markup("</a>");
            if (entry.Sentence.Reason is { } reason)
            {
                pen.Markup(" <span class=\"p-audit__why\">").Text(reasonIn(reason)).Markup("</span>");
            }

            pen.Markup("</p><p class=\"p-audit__when\"><time")
                .Attribute("datetime", entry.At.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture)).Markup(">")
                .Text(entry.Shown).Markup("</time> <span class=\"p-tag\" data-tone=\"neutral\">").Text(entry.Site).Markup("</span></p>");
            More(pen, entry);
            pen.Markup("</li>\n");
        }

        private void More(HtmlPen pen, AuditEntry entry)
        {
            pen.Markup("<details class=\"p-audit__more\"><summary>").Text(moreLabel).Markup("<span class=\"vh\"> ").Text(entry.Shown)
                .Markup("</span></summary><dl class=\"p-audit__facts\">");
            foreach (var (name, values) in entry.More)
            {
                pen.Markup("<div><dt>").Text(name).Markup("</dt>");
                foreach (var value in values)
                {
                    pen.Markup("<dd>").Text(value).Markup("</dd>");
                }

                pen.Markup("</div>");
            }

            pen.Markup("</dl></details>");
        }
    }
}
