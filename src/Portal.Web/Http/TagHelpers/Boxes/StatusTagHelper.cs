using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Portal.Web.Http.TagHelpers;

/// <summary>A state in one word; never a link. Tones: neutral, info, success, warning, error, purple, orange.</summary>
[HtmlTargetElement("p-tag")]
public sealed class StatusTagHelper : TagHelper
{
    public string Tone { get; set; } = "neutral";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.Attributes.SetAttribute("class", "p-tag");
        output.Attributes.SetAttribute("data-tone", Tone);
    }
}
