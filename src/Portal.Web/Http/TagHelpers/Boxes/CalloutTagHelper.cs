using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Portal.Web.Http.TagHelpers;

/// <summary>
/// A box that asks for attention. Tones: info, success, warning, error; the tone is also said in words.
/// </summary>
[HtmlTargetElement("p-callout")]
public sealed class CalloutTagHelper(IStringLocalizer<ComponentText> text) : ComponentTagHelper(text)
{
    public string Tone { get; set; } = "info";
    public string? Title { get; set; }

    /// <summary>The title says what it is: an outage that is told is no error of the reader's.</summary>
    public bool Named { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var body = await output.GetChildContentAsync();
        Become(output, "div", "p-callout");
        output.Attributes.SetAttribute("data-tone", Tone);
        output.Content.SetHtmlContent(Icons.For(Tone));
        output.Content.AppendHtml(Markup.Element("div", "p-callout__body", ToneWord(), TitleLine(), body));
    }

    private TagBuilder? ToneWord() => Named ? null : Markup.Hidden(Text["Tone." + Tone]);

    private TagBuilder? TitleLine() => Title is null ? null : Markup.Element("p", "p-callout__title", Title);
}
