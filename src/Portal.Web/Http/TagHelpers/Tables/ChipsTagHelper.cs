using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Portal.Web.Http.TagHelpers;

[HtmlTargetElement("p-chips")]
public sealed class ChipsTagHelper(IStringLocalizer<ComponentText> text) : ComponentTagHelper(text)
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Become(output, "ul", "p-chips");
        output.Attributes.SetAttribute("aria-label", Text["FiltersInForce"]);
    }
}
