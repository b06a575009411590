using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Portal.Web.Http.TagHelpers;

/// <summary>Copies a text that also stands on the page; shown only where JavaScript runs.</summary>
[HtmlTargetElement("p-copy", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class CopyTagHelper(IStringLocalizer<ComponentText> text) : ComponentTagHelper(text)
{
    public string Value { get; set; } = "";

    /// <summary>What is copied, for screen readers.</summary>
    public string Subject { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var button = Markup.Element("button", "p-button p-copy", Text["Copy"]).Add(Markup.Hidden(Text["ActionTarget", Subject]))
            .With("type", "button").With("data-kind", "secondary").With("data-copy", Value).Flag("hidden", true);
        var status = Markup.Element("span", "p-copy__status").With("role", "status").With("data-copied", Text["Copied"]);
        Replace(output, Markup.Element("span", "p-copy__box", button, status));
    }
}
