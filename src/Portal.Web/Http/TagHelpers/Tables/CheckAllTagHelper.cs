using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Portal.Web.Http.TagHelpers;

/// <summary>Checks all rows of the table; shown only where JavaScript runs.</summary>
[HtmlTargetElement("p-check-all", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class CheckAllTagHelper(IStringLocalizer<ComponentText> text) : ComponentTagHelper(text)
{
    /// <summary>Name of the row checkboxes.</summary>
    public string For { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var input = Markup.Input("p-choice__input", "checkbox", null, null).With("data-check-all", For);
        Replace(output, Markup.Element("label", "p-check", input, Markup.Hidden(Text["SelectAll"])).Flag("hidden", true));
    }
}
