using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Portal.Web.Http.TagHelpers;
using Portal.Web.Lists;

namespace Portal.Web.Features.Shared.Lists;

/// <summary>The inside of a table: headings and rows.</summary>
public abstract class ListRows
{
    public abstract int Count { get; }

    /// <summary>False for what draws itself as a whole.</summary>
    public virtual bool IsTable => true;

    /// <summary>The order in force.</summary>
    public string? Sort { get; init; }

    internal abstract IHtmlContent Draw(ListDrawing drawing, HttpContext context);
}

/// <summary>Lets rows be chosen for an act on several at once.</summary>
/// <param name="Name">Of the field that is sent.</param>
/// <param name="Value">Null for a row that cannot be chosen.</param>
/// <param name="Label">For those who hear it.</param>
public sealed record ListPick<T>(string Name, Func<T, string?> Value, Func<T, string> Label);

/// <summary>
/// Rows written by code, without an object of the view for each cell: a page of a list is hundreds of them (PERF-2).
/// </summary>
public sealed class ListRows<T>(IReadOnlyList<ListColumn<T>> columns, IReadOnlyList<T> rows) : ListRows
{
    private readonly ListColumn<T>[] columns = [.. columns.Where(column => column.Places.HasFlag(ListPlaces.Screen))];

    private IReadOnlyList<T> Rows { get; } = rows;

    public override int Count => Rows.Count;

    public ListPick<T>? Pick { get; init; }

    internal override IHtmlContent Draw(ListDrawing drawing, HttpContext context) => new Drawn(this, drawing, context,
        [.. Rows.Select(row => columns.Select(column => column.Cell(row)).Select(Shown(drawing, context)).ToArray())]);

    private static Func<ListCell, object> Shown(ListDrawing drawing, HttpContext context) => cell =>
        cell is ListCell.Act act ? drawing.Form(context, act) : cell;

    private sealed class Drawn(ListRows<T> list, ListDrawing drawing, HttpContext context, object[][] cells) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder)
        {
            var pen = new HtmlPen(writer, encoder);
            Headings(pen);
            pen.Markup("<tbody>\n");
            string[] starts = [.. list.columns.Select(column => Start(column, encoder))];
            for (var i = 0; i < cells.Length; i++)
            {
                Row(pen, i, starts);
            }

            pen.Markup("</tbody>\n");
        }

        private void Headings(HtmlPen pen)
        {
            pen.Markup("<thead>\n<tr>\n");
            if (list.Pick is { } pick)
            {
                pen.Markup("<td><label class=\"p-check\" hidden=\"\"><input class=\"p-choice__input\"")
                    .Attribute("data-check-all", pick.Name).Markup(" type=\"checkbox\" /><span class=\"vh\">").Text(drawing.ChooseAll)
                    .Markup("</span></label></td>\n");
            }

            foreach (var column in list.columns)
            {
                Heading(pen, column);
            }

            pen.Markup("</tr>\n</thead>\n");
        }

        private void Heading(HtmlPen pen, ListColumn<T> column)
        {
            pen.Markup("<th").Attribute("data-align", Align(column)).Attribute("scope", "col");
            if (column.Order is { } order)
            {
                SortLink(pen, column.Heading, order);
            }
            else
            {
                pen.Markup(">").Text(column.Heading);
            }

            pen.Markup("</th>\n");
        }

        private void SortLink(HtmlPen pen, string heading, string order)
        {
            var name = order.TrimStart('-');
            var (direction, next, arrow) = (list.Sort == name, list.Sort == "-" + name) switch
            {
                (true, _) => ("ascending", "-" + name, "▲"),
                (_, true) => ("descending", name, "▼"),
                _ => (null, order, "↕"),
            };
            var link = QueryLinks.With(context.Request, "sort", next, "page", "before", "after");
            pen.Attribute("aria-sort", direction).Markup("><a class=\"p-sort\"").Attribute("href", link).Markup(">").Text(heading)
                .Markup("<span aria-hidden=\"true\" class=\"p-sort__arrow\">").Markup(arrow).Markup("</span></a>");
        }

        private void Row(HtmlPen pen, int number, string[] starts)
        {
            pen.Markup("<tr>\n");
            Choice(pen, list.Rows[number]);
            for (var i = 0; i < starts.Length; i++)
            {
                pen.Markup(starts[i]);
                Cell(pen, cells[number][i]);
                pen.Markup(list.columns[i].NamesRow ? "</th>\n" : "</td>\n");
            }

            pen.Markup("</tr>\n");
        }

        private void Cell(HtmlPen pen, object cell)
        {
            if (cell is IHtmlContent made)
            {
                pen.Content(made);
            }
            else
            {
                drawing.Cell(pen, context, (ListCell)cell);
            }
        }

        private void Choice(HtmlPen pen, T row)
        {
            if (list.Pick is not { } pick)
            {
                return;
            }

            pen.Markup("<td>");
            if (pick.Value(row) is { } value)
            {
                pen.Markup("<label class=\"p-check\"><input class=\"p-choice__input\"").Attribute("name", pick.Name)
                    .Markup(" type=\"checkbox\"").Attribute("value", value).Markup(" /><span class=\"vh\">").Text(pick.Label(row))
                    .Markup("</span></label>");
            }

            pen.Markup("</td>\n");
        }

        private static string Start(ListColumn<T> column, HtmlEncoder encoder)
        {
            var writer = new StringWriter();
            new HtmlPen(writer, encoder).Markup(column.NamesRow ? "<th" : "<td").Attribute("data-align", Align(column))
                .Attribute("scope", column.NamesRow ? "row" : null).Attribute("data-label", column.Heading).Markup(">");
            return writer.ToString();
        }

        private static string? Align(ListColumn<T> column) => column.HoldsNumbers ? "end" : null;
    }
}
