using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Portal.Web.Http.TagHelpers;

/// <summary>The checkbox of a table row for an act on several at once; its label is for screen readers.</summary>
[HtmlTargetElement("p-check-row", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class CheckRowTagHelper : TagHelper
{
    public string Name { get; set; } = "";
    public string Value { get; set; } = "";
    public string Label { get; set; } = "";
    public bool Checked { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var input = Markup.Input("p-choice__input", "checkbox", Name, Value).Flag("checked", Checked);
        output.TagName = null;
        output.Content.SetHtmlContent(Markup.Element("label", "p-check", input, Markup.Hidden(Label)));
    }
}
