using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Portal.Web.Http.TagHelpers;

/// <summary>Inside a form that creates something: sent twice, it works once, and the second answer leads where the first one led.</summary>
[HtmlTargetElement("p-form-once", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FormOnceTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "input";
        output.TagMode = TagMode.SelfClosing;
        output.Attributes.SetAttribute("type", "hidden");
        output.Attributes.SetAttribute("name", FormOnce.Field);
        output.Attributes.SetAttribute("value", Guid.NewGuid().ToString("N"));
    }
}
