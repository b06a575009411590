using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using Portal.Web.Http.Frame;

namespace Portal.Web.Http.TagHelpers;

/// <summary>Where one is; from PageContext.Crumb, ending with the page's own title. Placed by the layouts.</summary>
[HtmlTargetElement("p-breadcrumb", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class BreadcrumbTagHelper(IStringLocalizer<ComponentText> text, PageContext page) : ComponentTagHelper(text)
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (page.Breadcrumb.Count == 0)
        {
            Replace(output, null);
            return;
        }

        var list = Markup.Element("ol", "p-breadcrumb__list");
        foreach (var crumb in page.Breadcrumb)
            list.Add(Item(IsOffered(crumb.Href) ? Markup.Link(null, Url(crumb.Href), crumb.Text)
                : Markup.Element("span", null, crumb.Text)));
        list.Add(Item(Markup.Element("span", null, page.Title).With("aria-current", "page")));
        Replace(output, Markup.Element("nav", "p-breadcrumb", list).With("aria-label", Text["YouAreHere"]));
    }

    private static TagBuilder Item(TagBuilder content) => Markup.Element("li", "p-breadcrumb__item", content);
}
