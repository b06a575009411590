using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Portal.Web.Http.TagHelpers;

/// <summary>A condition in force; the link takes it away. Several stand in a p-chips.</summary>
[HtmlTargetElement("p-chip", ParentTag = "p-chips", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ChipTagHelper(IStringLocalizer<ComponentText> text) : ComponentTagHelper(text)
{
    /// <summary>Such as 状態：新規.</summary>
    public string Label { get; set; } = "";

    /// <summary>Name of the query parameter to take away.</summary>
    public string Remove { get; set; } = "";

    /// <summary>Further parameters that mean nothing without it, separated by commas.</summary>
    public string Along { get; set; } = "";

    /// <summary>The address without the condition, where it is not a parameter of its own.</summary>
    public string? Href { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var address = Href is null
            ? QueryLinks.With(HttpContext.Request, Remove, null, ["page", "before", "after", .. Along.Split(',')])
            : Url(Href);
        var link = Markup.Link("p-chip", address, Label)
            .Add(Markup.Hidden(Text["ChipRemove"]), Markup.Element("span", "p-chip__x", "×").With("aria-hidden", "true"));
        Replace(output, Markup.Element("li", null, link));
    }
}
