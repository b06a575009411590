using Microsoft.AspNetCore.Razor.TagHelpers;
using Portal.Web.Http.Frame;
using Portal.Web.Tenancy.Brands;

namespace Portal.Web.Http.TagHelpers;

/// <summary>The portal's mark, in the colour of the text around it; the name always stands beside it.</summary>
[HtmlTargetElement("p-mark", TagStructure = TagStructure.WithoutEndTag)]
public sealed class MarkTagHelper(PageContext page) : TagHelper
{
    /// <summary>Whose; that of the page where it is left out.</summary>
    public TenantBrand? Brand { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = null;
        output.Content.SetHtmlContent(Icons.Mark((Brand ?? page.Brand)?.Mark ?? BrandMarks.Drawing(BrandMarks.Usual)));
    }
}
