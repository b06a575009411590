using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Portal.Web.Http.TagHelpers;

/// <summary>
/// Address of a file of wwwroot, the same for all portals (never below /t/…) and changing with its content: the
/// fingerprinted name where the endpoint knows the static assets, else a version in the query.
/// </summary>
[HtmlTargetElement("link", Attributes = AttributeName)]
[HtmlTargetElement("script", Attributes = AttributeName)]
[HtmlTargetElement("img", Attributes = AttributeName)]
public sealed class AssetTagHelper(IFileVersionProvider versions) : TagHelper
{
    private const string AttributeName = "p-asset";

    [HtmlAttributeName(AttributeName)]
    public string Asset { get; set; } = "";

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = default!;

    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        output.Attributes.SetAttribute(context.TagName == "link" ? "href" : "src", Address(ViewContext.HttpContext, versions, Asset));

    internal static string Address(HttpContext context, IFileVersionProvider versions, string asset)
    {
        var assets = context.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>();
        return assets?[asset] is { } name && name != asset ? "/" + name : versions.AddFileVersionToPath(PathString.Empty, "/" + asset);
    }
}
