using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Portal.Web.Http.TagHelpers;

/// <summary>
/// A list with caption. On narrow screens rows become cards with the column heading before each value; a wide log keeps
/// its columns and scrolls in a box of its own. Inside stand plain thead, tbody, tr, th and td.
/// </summary>
[HtmlTargetElement("p-table")]
public sealed class TableTagHelper(IStringLocalizer<ComponentText> text) : ComponentTagHelper(text)
{
    private const int MostCounted = 10_000;

    public string Caption { get; set; } = "";

    /// <summary>
    /// With first and last, the caption tells which part of how many is shown; more than 10,000 are "10,000+" (PERF-3).
    /// </summary>
    public int? Total { get; set; }

    /// <summary>There are more than the total: it is how many there are at least.</summary>
    public bool More { get; set; }

    public int First { get; set; }
    public int Last { get; set; }

    /// <summary>Order in force; the parameter sort of the query unless given.</summary>
    public string? Sort { get; set; }

    /// <summary>The heading right above says the same: the caption is for screen readers.</summary>
    public bool Headed { get; set; }

    /// <summary>Keeps the columns and scrolls sideways instead of stacking.</summary>
    public bool Wide { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        context.Items[typeof(TableState)] = new TableState(Sort ?? HttpContext.Request.Query["sort"], labelled: !Wide);
        var body = await output.GetChildContentAsync();
        Become(output, "div", "p-table");
        output.Attributes.SetAttribute("data-layout", Wide ? "wide" : "stack");
        if (Wide)
        {
            MakeScrollable(output);
        }

        output.Content.SetHtmlContent(Markup.Element("table", "p-table__table",
            Markup.Element("caption", Headed ? "vh" : "p-table__caption", CaptionText()), body));
    }

    /// <summary>
    /// Named by its text: a page that draws tables in a loop has one place for all of them, and so one id.
    /// </summary>
    private void MakeScrollable(TagHelperOutput output)
    {
        output.Attributes.SetAttribute("role", "region");
        output.Attributes.SetAttribute("tabindex", "0");
        output.Attributes.SetAttribute("aria-label", CaptionText());
    }

    /// <summary>Which part is shown is told only where there are others.</summary>
    private string CaptionText() => Total switch
    {
        null => Caption,
        { } total when First <= 1 && Last == total && !More => Text["CaptionAll", Caption, Count(total)],
        { } total => Text["CaptionCount", Caption, Count(total), First, Last],
    };

    private string Count(int total) =>
        Math.Min(total, MostCounted).ToString("N0", CultureInfo.CurrentCulture) + (More || total > MostCounted ? "+" : "");
}
