using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Portal.Rules.Histories;
using Portal.Web.Features.Admin.Shared;
using Portal.Web.Features.Shared.Histories;
using Portal.Web.Features.Shared.Lists;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy.Times;

namespace Portal.Web.Features.Admin.AuditTrail;

/// <summary>One event as the log shows it.</summary>
/// <param name="At">In the reader's zone.</param>
/// <param name="Shown">The same in words, to the second.</param>
/// <param name="More">Names and values of what else is known; what is not known is left out.</param>
public sealed record AuditEntry(string Href, AuditSentence Sentence, DateTimeOffset At, string Shown, string Site,
    IReadOnlyList<(string Name, IReadOnlyList<string> Values)> More)
{
    /// <summary>How it looks, as histories have it.</summary>
    public required string Tone { get; init; }

    /// <summary>From where.</summary>
    public required string? Address { get; init; }

    /// <summary>Two that have it in common read the same.</summary>
    internal string What => string.Join('\n', Sentence, Sentence.Reason, Site, Address);
}

/// <summary>What the log says beside its entries.</summary>
/// <param name="Zone">In which zone moments are told.</param>
/// <param name="More">What opens all that is known of an entry.</param>
/// <param name="ReasonIn">The reason as it stands behind the sentence.</param>
/// <param name="Times">How many times, in words.</param>
public sealed record AuditLabels(string Zone, string More, Func<string, string> ReasonIn, Func<int, string> Times);

/// <summary>
/// The log as sentences, which fit where a table of who, what, whom and why does not: day by day, what happened several
/// times in a row told once, as histories are (FACE-6); written by code, like the rows of a table (PERF-2).
/// </summary>
public sealed class AuditEntries(IReadOnlyList<AuditEntry> entries, AuditLabels labels) : ListRows
{
    public override int Count => entries.Count;

    public override bool IsTable => false;

    internal override IHtmlContent Draw(ListDrawing drawing, HttpContext context) =>
        new Drawn(HistoryRuns.Of(entries, entry => new HistoryMark(entry.At, entry.What)), labels, href => AppPath.Resolve(context, href));

    private sealed class Drawn(IReadOnlyList<HistoryDay<AuditEntry>> days, AuditLabels labels, Func<string, string> resolve) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder)
        {
            var pen = new HtmlPen(writer, encoder);
            pen.Markup("<p class=\"p-muted\">").Text(labels.Zone).Markup("</p>\n");
            foreach (var day in days)
            {
                pen.Markup("<section class=\"p-day\"><h2 class=\"p-day__title\">")
                    .Text(MomentText.Of(day.Day, CultureInfo.CurrentUICulture)).Markup("</h2>\n<ol class=\"p-audit p-audit--log\">\n");
                foreach (var run in day.Entries)
                {
                    Run(pen, run);
                }

                pen.Markup("</ol></section>\n");
            }
        }

        private void Run(HtmlPen pen, IReadOnlyList<AuditEntry> run)
        {
            if (run is [var single])
            {
                Entry(pen, single);
                return;
            }

            var (first, last) = (run[^1].At, run[0].At);
            pen.Markup("<li><details class=\"p-audit__run\"><summary class=\"p-audit__entry\">")
                .Markup("<span class=\"p-audit__what\">");
            Mark(pen, run[0]);
            pen.Content(run[0].Sentence);
            Reason(pen, run[0]);
            pen.Markup(" <b class=\"p-log__count\">").Text(labels.Times(run.Count))
                .Markup("</b></span><span class=\"p-audit__when\"><span>")
                .Text(Time(first)).Markup("–").Text(Time(last)).Markup("</span>");
            Site(pen, run[0]);
            pen.Markup("</span></summary><ol class=\"p-audit p-audit--log\">\n");
            foreach (var each in run)
            {
                Entry(pen, each);
            }

            pen.Markup("</ol></details></li>\n");
        }

        private void Entry(HtmlPen pen, AuditEntry entry)
        {
            pen.Markup("<li class=\"p-audit__entry\"><p class=\"p-audit__what\">");
            Mark(pen, entry);
            pen.Markup("<a").Attribute("href", resolve(entry.Href)).Markup(">").Content(entry.Sentence).Markup("</a>");
            Reason(pen, entry);
            pen.Markup("</p><p class=\"p-audit__when\"><time")
                .Attribute("datetime", entry.At.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture)).Markup(">")
                .Text(Time(entry.At)).Markup("</time> ");
            Site(pen, entry);
            pen.Markup("</p>");
            More(pen, entry);
            pen.Markup("</li>\n");
        }

        private static void Mark(HtmlPen pen, AuditEntry entry) =>
            pen.Markup("<span class=\"p-log__event\"").Attribute("data-tone", entry.Tone).Markup(">")
                .Content(HistoryTones.Icon(entry.Tone)).Markup("</span> ");

        private void Reason(HtmlPen pen, AuditEntry entry)
        {
            if (entry.Sentence.Reason is { } reason)
            {
                pen.Markup(" <span class=\"p-audit__why\">").Text(labels.ReasonIn(reason)).Markup("</span>");
            }
        }

        private static void Site(HtmlPen pen, AuditEntry entry) =>
            pen.Markup("<span class=\"p-tag\" data-tone=\"neutral\">").Text(entry.Site).Markup("</span>");

        private static string Time(DateTimeOffset at) => at.ToString("HH':'mm':'ss", CultureInfo.InvariantCulture);

        private void More(HtmlPen pen, AuditEntry entry)
        {
            pen.Markup("<details class=\"p-audit__more\"><summary>").Text(labels.More).Markup("<span class=\"vh\"> ").Text(entry.Shown)
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
