using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using Portal.Web.Http.Input;
using Portal.Web.Http.Places;

namespace Portal.Web.Http.TagHelpers;

/// <summary>
/// Every form of the portal: no browser validation (one rule set, the server's), and a token against forged posts, an
/// id against sending twice.
/// </summary>
[HtmlTargetElement("p-form")]
public sealed class FormTagHelper(IStringLocalizer<ComponentText> text, FormOnce once) : ComponentTagHelper(text)
{
    /// <summary>Without one, the form posts to the address it was fetched from.</summary>
    public string? Action { get; set; }

    public string Method { get; set; } = "post";

    /// <summary>The form carries files.</summary>
    public bool Upload { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Become(output, "form", "p-form");
        output.Attributes.SetAttribute("method", Method);
        output.Attributes.SetAttribute("action", Action is null ? AppPath.Current(HttpContext) : Url(Action));
        output.Attributes.SetAttribute("novalidate", new HtmlString(""));
        if (Upload)
            output.Attributes.SetAttribute("enctype", "multipart/form-data");
        if (Method == "post")
            output.PreContent.AppendHtml(once.Fields(HttpContext));
    }
}
