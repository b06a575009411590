using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Portal.Web.Http.TagHelpers;

/// <summary>
/// A telephone number or an address that a press calls or writes to; anything else, as opening hours, stays words.
/// </summary>
[HtmlTargetElement("p-reach", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ReachTagHelper(IStringLocalizer<ComponentText> text) : ComponentTagHelper(text)
{
    private const int ShortestNumber = 9;

    public string Value { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output) => Replace(output, Target() is { } target
        ? Markup.Link("p-whole", target, Value)
        : Markup.Element("span", null, Value));

    private string? Target()
    {
        var plain = Value.Trim();
        if (plain.Length > ShortestNumber && plain.All(sign => char.IsAsciiDigit(sign) || sign is '-' or '+'))
        {
            return "tel:" + plain;
        }

        return plain.Count(sign => sign == '@') == 1 && !plain.Any(char.IsWhiteSpace) && plain.All(char.IsAscii) ? "mailto:" + plain : null;
    }
}
