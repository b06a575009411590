using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Portal.Web.Http.TagHelpers;

/// <summary>
/// Key, value and at most one link to change it; the link's name carries the key for screen readers. An empty value is
/// shown as a dash.
/// </summary>
[HtmlTargetElement("p-summary-row", ParentTag = "p-summary")]
public sealed class SummaryRowTagHelper(IStringLocalizer<ComponentText> text) : ComponentTagHelper(text)
{
    public string Key { get; set; } = "";

    /// <summary>Null or empty: no link. An expression of the view that is null arrives as an empty text.</summary>
    public string? Href { get; set; }

    /// <summary>Text of the link; 変更 unless given.</summary>
    public string? Action { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var value = await output.GetChildContentAsync();
        Become(output, "div", "p-summary__row");
        output.Content.SetHtmlContent(Markup.Element("dt", "p-summary__key", Key));
        output.Content.AppendHtml(value.IsEmptyOrWhiteSpace ? Markup.Element("dd", "p-summary__value", "–")
            : Markup.Element("dd", "p-summary__value", value));
        if (!string.IsNullOrEmpty(Href))
            output.Content.AppendHtml(Markup.Element("dd", "p-summary__action", ActionLink(Href)));
    }

    private TagBuilder ActionLink(string href) =>
        Markup.Link(null, Url(href), Action ?? Text["Change"]).Add(Markup.Hidden(Text["ActionTarget", Key]));
}
