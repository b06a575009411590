using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Portal.Web.Http.TagHelpers;

/// <summary>A list of keys and values, made of p-summary-row.</summary>
[HtmlTargetElement("p-summary")]
public sealed class SummaryTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "dl";
        output.Attributes.SetAttribute("class", "p-summary");
    }
}
