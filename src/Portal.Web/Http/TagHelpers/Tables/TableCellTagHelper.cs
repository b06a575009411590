using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Portal.Web.Http.TagHelpers;

/// <summary>Cells of a p-table; any other table is left as written.</summary>
[HtmlTargetElement("tbody")]
[HtmlTargetElement("tr")]
[HtmlTargetElement("th")]
[HtmlTargetElement("td")]
public sealed class TableCellTagHelper(IStringLocalizer<ComponentText> text) : ComponentTagHelper(text)
{
    /// <summary>On a heading: name to sort by; "-updated" where the first click sorts downwards.</summary>
    public string? Sort { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (!context.Items.TryGetValue(typeof(TableState), out var found) || found is not TableState table)
            return;
        switch (context.TagName)
        {
            case "tbody": table.InBody = true; break;
            case "tr": table.StartRow(); break;
            case "td" when table.InBody: Label(output, table); break;
            case "td": table.AddHeading(""); break;
            case "th" when table.InBody: RowHeading(output, table); break;
            default: await ColumnHeading(output, table); break;
        }
    }

    private static void Label(TagHelperOutput output, TableState table)
    {
        if (table.NextHeading() is { Length: > 0 } heading)
            output.Attributes.SetAttribute("data-label", heading);
    }

    private static void RowHeading(TagHelperOutput output, TableState table)
    {
        output.Attributes.SetAttribute("scope", "row");
        Label(output, table);
    }

    private async Task ColumnHeading(TagHelperOutput output, TableState table)
    {
        var content = await output.GetChildContentAsync();
        var plain = System.Net.WebUtility.HtmlDecode(content.GetContent()).Trim();
        table.AddHeading(plain);
        output.Attributes.SetAttribute("scope", "col");
        if (Sort is not null)
            SortLink(output, table, plain);
    }

    private void SortLink(TagHelperOutput output, TableState table, string heading)
    {
        var name = Sort!.TrimStart('-');
        var direction = table.Sort == name ? "ascending" : table.Sort == "-" + name ? "descending" : null;
        var next = direction switch { "ascending" => "-" + name, "descending" => name, _ => Sort };
        if (direction is not null)
            output.Attributes.SetAttribute("aria-sort", direction);
        var arrow = Markup.Element("span", "p-sort__arrow", direction switch { "ascending" => "▲", "descending" => "▼", _ => "↕" });
        output.Content.SetHtmlContent(Link(next, heading).Add(arrow.With("aria-hidden", "true")));
    }

    private TagBuilder Link(string order, string heading) =>
        Markup.Link("p-sort", QueryLinks.With(HttpContext.Request, "sort", order, "page", "before", "after"), heading);
}
