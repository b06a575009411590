using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using Portal.Web.Http.Cookies;

namespace Portal.Web.Http.TagHelpers;

/// <summary>What the last act did; said once, gone on the next page.</summary>
[HtmlTargetElement("p-flash", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FlashTagHelper(IStringLocalizer<ComponentText> text) : ComponentTagHelper(text)
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (ViewContext.TempData[Flash.TextKey] is not string message)
        {
            Replace(output, null);
            return;
        }

        var tone = ViewContext.TempData[Flash.ToneKey] as string ?? "success";
        var body = Markup.Element("div", "p-callout__body",
            Markup.Element("p", "p-callout__title", Text["Flash." + tone]), Markup.Element("p", null, message));
        Replace(output, Markup.Element("div", "p-callout p-flash", Icons.For(tone), body).With("role", "status").With("data-tone", tone));
    }
}
