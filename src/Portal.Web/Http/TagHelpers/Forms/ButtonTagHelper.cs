using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Portal.Web.Http.TagHelpers;

/// <summary>Button (p-button), or a link that looks like one (p-link-button).</summary>
[HtmlTargetElement("p-button")]
[HtmlTargetElement("p-link-button")]
public sealed class ButtonTagHelper(IStringLocalizer<ComponentText> text) : ComponentTagHelper(text)
{
    /// <summary>primary, secondary, danger or quiet.</summary>
    public string? Kind { get; set; }

    public string? Href { get; set; }

    /// <summary>Opens the confirm page behind the link as a dialog where JavaScript runs.</summary>
    public bool Dialog { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var isLink = context.TagName == "p-link-button";
        if (isLink && Href is not null && !IsOffered(Href))
        {
            output.SuppressOutput();
            return;
        }

        Become(output, isLink ? "a" : "button", "p-button");
        output.Attributes.SetAttribute("data-kind", Kind ?? (isLink ? "secondary" : "primary"));
        if (Href is not null)
            output.Attributes.SetAttribute("href", Url(Href));
        if (Dialog)
            output.Attributes.SetAttribute("data-dialog", "");
        if (!isLink && !output.Attributes.ContainsName("type"))
            output.Attributes.SetAttribute("type", "submit");
    }
}
