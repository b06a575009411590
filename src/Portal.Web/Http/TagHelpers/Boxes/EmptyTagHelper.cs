using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Portal.Web.Http.TagHelpers;

/// <summary>Nothing to show: why (title and content), and one thing to do.</summary>
[HtmlTargetElement("p-empty")]
public sealed class EmptyTagHelper(IStringLocalizer<ComponentText> text) : ComponentTagHelper(text)
{
    public string Title { get; set; } = "";
    public string? Href { get; set; }
    public string? Action { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var body = await output.GetChildContentAsync();
        Become(output, "div", "p-empty");
        output.Content.SetHtmlContent(Markup.Element("p", "p-empty__title", Title));
        output.Content.AppendHtml(Markup.Element("div", "p-empty__body", body));
        // What a view has no value for comes as an empty text.
        if (!string.IsNullOrEmpty(Href) && !string.IsNullOrEmpty(Action) && IsOffered(Href))
            output.Content.AppendHtml(Markup.Link("p-button", Url(Href), Action).With("data-kind", "secondary"));
    }
}
