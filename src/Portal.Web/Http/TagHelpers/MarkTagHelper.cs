using Microsoft.AspNetCore.Razor.TagHelpers;
using Portal.Web.Http.Frame;
using Portal.Web.Tenancy.Brands;

namespace Portal.Web.Http.TagHelpers;

/// <summary>
/// The portal's logo or its mark, which has the colour of the text around it; the name always stands beside it.
/// </summary>
[HtmlTargetElement("p-mark", TagStructure = TagStructure.WithoutEndTag)]
public sealed class MarkTagHelper(FrameParts frame) : TagHelper
{
    /// <summary>Whose mark, drawn; what the page's own portal shows where it is left out.</summary>
    public TenantBrand? Brand { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = null;
        output.Content.SetHtmlContent(Brand is null ? frame.Mark : Icons.Mark(Brand.Mark));
    }
}
