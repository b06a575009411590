using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Portal.Web.Http.TagHelpers;

/// <summary>
/// Tells a password manager whose password is being changed; not
/// for people, so out of the tab order and of the reading order.
/// </summary>
[HtmlTargetElement("p-username", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class UsernameTagHelper : TagHelper
{
    public string? Value { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var input = Markup.Input("vh", "text", null, Value)
            .With("autocomplete", "username").With("tabindex", "-1").With("aria-hidden", "true").Flag("readonly", true);
        output.TagName = null;
        output.Content.SetHtmlContent(input);
    }
}
