using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Portal.Web.Http.TagHelpers;

/// <summary>
/// Plain containers: a row of buttons, a framed box, running text, fields side by side, a short field with its button.
/// </summary>
[HtmlTargetElement("p-actions")]
[HtmlTargetElement("p-box")]
[HtmlTargetElement("p-prose")]
[HtmlTargetElement("p-row")]
[HtmlTargetElement("p-inline")]
public sealed class BoxTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.Attributes.SetAttribute("class", context.TagName);
    }
}
