using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.Localization;
using Portal.Web.Http.Input;
using Portal.Web.Http.Languages;
using Portal.Web.Http.Places;
using Portal.Web.Http.TagHelpers;
using Portal.Web.Lists;

namespace Portal.Web.Features.Shared.Lists;

/// <summary>How cells look on the screen, for all lists.</summary>
public sealed class ListDrawing(IDisplayTime time, FormOnce once, IStringLocalizer<ComponentText> text)
{
    private const string Nothing = "–";
    private const string End = "\">";

    internal string ChooseAll => text["SelectAll"];

    internal void Cell(HtmlPen pen, HttpContext context, ListCell cell)
    {
        switch (cell)
        {
            case ListCell.Text text:
                pen.Text(text.Value ?? Nothing);
                break;
            case ListCell.Code code:
                pen.Markup("<code class=\"p-code\">").Text(code.Value).Markup("</code>");
                break;
            case ListCell.Whole whole when whole.Value.Length > 0:
                pen.Markup("<span class=\"p-whole\">").Text(whole.Value).Markup("</span>");
                break;
            case ListCell.Whole:
                break;
            case ListCell.Address address:
                Address(pen, address.Value);
                break;
            case ListCell.Number number:
                pen.Text(number.Shown ?? number.Value.ToString(CultureInfo.CurrentCulture));
                break;
            case ListCell.Moment moment:
                Moment(pen, moment.Value);
                break;
            case ListCell.Day day:
                pen.Text(Day(day.Value));
                break;
            case ListCell.Tags tags:
                Tags(pen, tags.Values);
                break;
            case ListCell.Facts facts:
                Facts(pen, facts.Values);
                break;
            case ListCell.Lines stack:
                Stack(pen, context, stack.Cells);
                break;
            case ListCell.Link link:
                pen.Markup("<a href=\"").Text(AppPath.Resolve(context, link.Href)).Markup(End);
                Cell(pen, context, link.Shown);
                pen.Markup("</a>");
                break;
            case ListCell.Lead lead:
                pen.Markup("<a class=\"p-lead\" href=\"").Text(AppPath.Resolve(context, lead.Href)).Markup(End).Text(lead.Label)
                    .Markup("<span class=\"vh\">").Text(lead.About).Markup("</span></a>");
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(cell));
        }
    }

    /// <summary>A form of its own, made before the page is written, because it may set a cookie.</summary>
    internal IHtmlContent Form(HttpContext context, ListCell.Act act)
    {
        var button = Markup.Element("button", "p-button", act.Label).With("data-kind", "secondary").With("type", "submit")
            .Add(Markup.Hidden(act.About));
        var form = Markup.Element("form", "p-form", once.Fields(context), button)
            .With("method", "post").With("action", AppPath.Resolve(context, act.Action)).Flag("novalidate", true);
        return act.InNewTab ? form.With("target", "_blank").With("rel", "opener") : form;
    }

    private static void Address(HtmlPen pen, string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            pen.Markup(Nothing);
            return;
        }

        // Of two that identify together, each has a line of its own where one does not hold both.
        pen.Markup("<span class=\"p-id\">");
        foreach (var (at, word) in value.Split(' ').Index())
        {
            var parts = word.Split('@', 2);
            pen.Markup(at == 0 ? "" : " <wbr>").Text(parts[0]);
            if (parts is [_, var domain])
            {
                pen.Markup("@<wbr>").Text(domain);
            }
        }

        pen.Markup("</span>");
    }

    private void Moment(HtmlPen pen, DateTimeOffset? value)
    {
        if (value is not { } at)
        {
            pen.Markup(Nothing);
            return;
        }

        var exact = time.ToZone(at).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
        pen.Markup("<time datetime=\"").Text(exact).Markup(End).Text(time.Format(at)).Markup("</time>");
    }

    private static string Day(DateOnly? day) =>
        day?.ToString(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "ja" ? "yyyy'/'MM'/'dd" : "d MMM yyyy",
            CultureInfo.CurrentCulture) ?? "";

    private static void Tags(HtmlPen pen, IReadOnlyList<ListTag> tags)
    {
        pen.Markup("<span class=\"p-tags\">");
        foreach (var tag in tags)
        {
            pen.Markup("<span class=\"p-tag\" data-tone=\"").Text(tag.Tone).Markup(End).Text(tag.Label).Markup("</span>\n");
        }

        pen.Markup("</span>");
    }

    private static void Facts(HtmlPen pen, IReadOnlyList<string> facts)
    {
        if (facts.Count == 0)
        {
            return;
        }

        pen.Markup("<ul class=\"p-lines\">");
        foreach (var fact in facts)
        {
            pen.Markup("<li>").Text(fact).Markup("</li>");
        }

        pen.Markup("</ul>");
    }

    // A list of facts and a row of tags are lines by themselves.
    private void Stack(HtmlPen pen, HttpContext context, IReadOnlyList<ListCell> cells)
    {
        for (var i = 0; i < cells.Count; i++)
        {
            pen.Markup(i > 0 && cells[i] is not ListCell.Facts && cells[i - 1] is not ListCell.Tags ? "<br>" : "");
            Cell(pen, context, cells[i]);
        }
    }
}
