using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using Portal.Web.Http.Frame;

namespace Portal.Web.Http.TagHelpers;

/// <summary>The title element: error prefix, page, place in the list, portal.</summary>
[HtmlTargetElement("p-title", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TitleTagHelper(IStringLocalizer<ComponentText> text, PageContext page) : ComponentTagHelper(text)
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var prefix = ViewContext.ViewData.ModelState.IsValid ? "" : Text["ErrorPrefix"].Value;
        var position = page.ListPosition is { } list ? Text["TitlePosition", list.Page, list.Pages].Value : "";
        var portal = page.PortalName ?? Text["DefaultPortalName"];
        Replace(output, Markup.Element("title", null, Text["TitlePattern", prefix + page.Title + position, portal]));
    }
}
