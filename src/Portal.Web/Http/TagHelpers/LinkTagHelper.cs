using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Portal.Web.Http.Places;

namespace Portal.Web.Http.TagHelpers;

/// <summary>
/// The framework resolves "~/" only where it stands literally in the view; an address that comes from a model would
/// lead into the void.
/// </summary>
[HtmlTargetElement("a", Attributes = Href)]
public sealed class LinkTagHelper : TagHelper
{
    private const string Href = "href";

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = default!;

    // After the framework's own.
    public override int Order => 1000;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var value = output.Attributes[Href].Value;
        if (value?.ToString() is not { } address || !address.StartsWith(HomePaths.Root, StringComparison.Ordinal))
            return;
        var resolved = AppPath.Resolve(ViewContext.HttpContext, address);
        output.Attributes.SetAttribute(Href, value is IHtmlContent ? new HtmlString(resolved) : resolved);
    }
}
