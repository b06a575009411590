using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Portal.Rules.Histories;
using Portal.Web.Features.Shared.Lists;
using Portal.Web.Http.TagHelpers;
using Portal.Web.Tenancy.Times;

namespace Portal.Web.Features.Shared.Histories;

/// <summary>One event as a reader sees it.</summary>
/// <param name="At">In the reader's zone.</param>
public sealed record HistoryEntry(DateTimeOffset At, string Event, string Tone)
{
    /// <summary>Whose it is; empty where the page says so.</summary>
    public required string Who { get; init; }

    /// <summary>Browser, address, and who acted.</summary>
    public required string Place { get; init; }

    /// <summary>How many times, in words.</summary>
    public required Func<int, string> Times { get; init; }

    /// <summary>Two that have it in common read the same.</summary>
    internal string What => string.Join('\n', Event, Who, Place);
}

/// <summary>What stands above the days.</summary>
/// <param name="Count">How many there are, in words.</param>
/// <param name="Zone">In which zone moments are told.</param>
/// <param name="Order">What the link to the other order says.</param>
/// <param name="Sort">The other order, as it stands in the address; null for the usual one.</param>
public sealed record HistoryHead(string Count, string Zone, string Order, string? Sort);

/// <summary>The entries of a history, day by day; written by code, like the rows of a table (PERF-2).</summary>
public sealed class HistoryRows(IReadOnlyList<HistoryDay<HistoryEntry>> days, HistoryHead head) : ListRows
{
    public override int Count => days.Count;

    public override bool IsTable => false;

    internal override IHtmlContent Draw(ListDrawing drawing, HttpContext context) =>
        new Drawn(days, head, QueryLinks.With(context.Request, "sort", head.Sort, "before", "after"));

    private sealed class Drawn(IReadOnlyList<HistoryDay<HistoryEntry>> days, HistoryHead head, string other) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder)
        {
            var pen = new HtmlPen(writer, encoder);
            pen.Markup("<p class=\"p-log-head\"><span>").Text(head.Count).Markup("</span> <span class=\"p-muted\">").Text(head.Zone)
                .Markup("</span> <a").Attribute("href", other).Markup(">").Text(head.Order).Markup("</a></p>\n");
            foreach (var day in days)
            {
                pen.Markup("<section class=\"p-day\"><h2 class=\"p-day__title\">")
                    .Text(MomentText.Of(day.Day, CultureInfo.CurrentUICulture)).Markup("</h2>\n<ol class=\"p-log\">\n");
                foreach (var entry in day.Entries)
                {
                    Entry(pen, entry);
                }

                pen.Markup("</ol></section>\n");
            }
        }

        private static void Entry(HtmlPen pen, IReadOnlyList<HistoryEntry> run)
        {
            if (run is [var single])
            {
                pen.Markup("<li class=\"p-log__entry\"><div class=\"p-log__line\">");
                Moment(pen, single.At, "HH':'mm");
                Line(pen, single, null);
                pen.Markup("</div></li>\n");
                return;
            }

            pen.Markup("<li class=\"p-log__entry\"><details class=\"p-log__run\">")
                .Markup("<summary class=\"p-log__line\"><span class=\"p-log__time\">");
            var (first, last) = run[0].At <= run[^1].At ? (run[0].At, run[^1].At) : (run[^1].At, run[0].At);
            pen.Text(Span(first, last)).Markup("</span>");
            Line(pen, run[0], run[0].Times(run.Count));
            pen.Markup("</summary><ol class=\"p-log__times\">");
            foreach (var each in run)
            {
                pen.Markup("<li>");
                Moment(pen, each.At, "HH':'mm':'ss");
                pen.Markup("</li>");
            }

            pen.Markup("</ol></details></li>\n");
        }

        /// <summary>Within one minute it is one time.</summary>
        private static string Span(DateTimeOffset first, DateTimeOffset last)
        {
            var (from, until) = (Minute(first), Minute(last));
            return from == until ? from : from + "–" + until;
        }

        private static string Minute(DateTimeOffset at) => at.ToString("HH':'mm", CultureInfo.InvariantCulture);

        private static void Moment(HtmlPen pen, DateTimeOffset at, string pattern) =>
            pen.Markup("<time class=\"p-log__time\"")
                .Attribute("datetime", at.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture)).Markup(">")
                .Text(at.ToString(pattern, CultureInfo.InvariantCulture)).Markup("</time>");

        private static void Line(HtmlPen pen, HistoryEntry entry, string? times)
        {
            pen.Markup("<span class=\"p-log__event\"").Attribute("data-tone", entry.Tone).Markup(">")
                .Content(HistoryTones.Icon(entry.Tone)).Text(entry.Event);
            if (times is not null)
            {
                pen.Markup(" <b class=\"p-log__count\">").Text(times).Markup("</b>");
            }

            pen.Markup("</span>");
            Part(pen, "p-log__who", entry.Who);
            Part(pen, "p-log__place", entry.Place);
        }

        private static void Part(HtmlPen pen, string css, string told)
        {
            if (told.Length > 0)
            {
                pen.Markup("<span").Attribute("class", css).Markup(">").Text(told).Markup("</span>");
            }
        }
    }
}
