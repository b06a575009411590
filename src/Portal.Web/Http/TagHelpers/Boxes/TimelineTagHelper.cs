using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Portal.Web.Http.TagHelpers;

/// <summary>What happened, oldest first, made of p-entry.</summary>
[HtmlTargetElement("p-timeline")]
public sealed class TimelineTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "ol";
        output.Attributes.SetAttribute("class", "p-timeline");
    }
}
