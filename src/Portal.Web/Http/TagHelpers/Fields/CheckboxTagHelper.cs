using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using Portal.Web.Http.Frame;

namespace Portal.Web.Http.TagHelpers;

/// <summary>A single yes or no. Not checked sends nothing, which binds to false.</summary>
[HtmlTargetElement("p-checkbox", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class CheckboxTagHelper(IStringLocalizer<ComponentText> text, PageContext page) : ControlTagHelper(text, page)
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var input = Control(Markup.Input("p-choice__input", "checkbox", null, "true")).Flag("checked", For?.Model is true);
        RenderCheckbox(output, TakeAttributes(output, input));
    }
}
