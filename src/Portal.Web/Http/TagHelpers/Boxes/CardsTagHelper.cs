using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Portal.Web.Http.TagHelpers;

/// <summary>A grid of p-card.</summary>
[HtmlTargetElement("p-cards")]
public sealed class CardsTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "ul";
        output.Attributes.SetAttribute("class", "p-cards");
    }
}
