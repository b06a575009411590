using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;

namespace Portal.Web.Http.TagHelpers;

/// <summary>What all components share: the view, the component texts, and addresses inside the portal.</summary>
public abstract class ComponentTagHelper(IStringLocalizer<ComponentText> text) : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = default!;

    protected IStringLocalizer<ComponentText> Text { get; } = text;

    protected HttpContext HttpContext => ViewContext.HttpContext;

    /// <summary>Whether the one who reads may open it; what is not offered has no link (SAFE-4).</summary>
    protected bool IsOffered(string href) => HttpContext.RequestServices.GetRequiredService<Offers>().Has(href);

    protected string Url(string href) => AppPath.Resolve(HttpContext, href);

    /// <summary>Turns the author's element into the given one, keeping the attributes written on it.</summary>
    protected static void Become(TagHelperOutput output, string name, string css)
    {
        output.TagName = name;
        output.TagMode = TagMode.StartTagAndEndTag;
        var own = output.Attributes["class"]?.Value?.ToString();
        output.Attributes.SetAttribute("class", own is null ? css : css + " " + own);
    }

    /// <summary>Replaces the author's element as a whole.</summary>
    protected static void Replace(TagHelperOutput output, IHtmlContent? content)
    {
        output.TagName = null;
        output.Attributes.Clear();
        output.Content.SetHtmlContent(content ?? HtmlString.Empty);
    }
}
