using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using Portal.Web.Http.Frame;

namespace Portal.Web.Http.TagHelpers;

/// <summary>
/// A one-time code: one input, so that autofill and paste work;
/// full-width digits and spaces are accepted. Never sent back.
/// </summary>
[HtmlTargetElement("p-otp", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class OtpTagHelper(IStringLocalizer<ComponentText> text, PageContext page) : ControlTagHelper(text, page)
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var input = Markup.Input("p-input p-input--code", "text", null, null)
            .With("inputmode", "numeric").With("autocomplete", "one-time-code").With("pattern", "[0-9０-９ 　\\-]*").With("dir", "ltr");
        RenderField(output, TakeAttributes(output, Control(input)));
    }
}
