using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using Portal.Web.Http.Frame;

namespace Portal.Web.Http.TagHelpers;

/// <summary>
/// All errors of the page, before its heading, in the order of its fields; takes focus also without JavaScript. The
/// layouts place it, views need not.
/// </summary>
[HtmlTargetElement("p-errors", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorSummaryTagHelper(IStringLocalizer<ComponentText> text, PageContext page) : ComponentTagHelper(text)
{
    private sealed record Line(string Message, string? ControlId);

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var lines = Lines();
        Replace(output, lines.Count == 0 ? null : Summary(lines));
    }

    private static TagBuilder Item(Line line) => line.ControlId is null
        ? Markup.Element("li", null, line.Message)
        : Markup.Element("li", null, Markup.Link(null, "#" + line.ControlId, line.Message));

    private TagBuilder Summary(List<Line> lines)
    {
        var list = Markup.Element("ul", "p-errors__list");
        foreach (var line in lines)
            list.Add(Item(line));
        var count = lines.Count == 1 ? Text["ErrorSummaryOne"] : Text["ErrorSummary", lines.Count];
        var title = Markup.Element("h2", "p-errors__title", count).With("id", "error-summary-title");
        return Markup.Element("div", "p-errors", title, list)
            .With("role", "alert").With("aria-labelledby", "error-summary-title").With("tabindex", "-1").Flag("autofocus", true);
    }

    private List<Line> Lines() => [.. ViewContext.ViewData.ModelState
        .Where(entry => entry.Value is { Errors.Count: > 0 })
        .Select(entry => (Position: page.Fields.FindIndex(field => Same(field, entry.Key)), Entry: entry.Value!))
        .OrderBy(found => found.Position)
        .SelectMany(found => ModelErrors.Messages(found.Entry, Text).Select(message => new Line(message, IdAt(found.Position))))];

    private string? IdAt(int position) => position < 0 ? null : page.Fields[position].ControlId;

    private static bool Same(FieldAnchor field, string key) => string.Equals(field.Name, key, StringComparison.OrdinalIgnoreCase);
}
