using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Portal.Web.Http.TagHelpers;

/// <summary>
/// Links to the newer and the older part of a log that is read by place, keeping the rest of the query; nothing where
/// neither is left.
/// </summary>
[HtmlTargetElement("p-cursor", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class CursorTagHelper(IStringLocalizer<ComponentText> text) : ComponentTagHelper(text)
{
    private const string Before = "before";
    private const string After = "after";

    /// <summary>The oldest stand first: what comes before is older.</summary>
    public bool Reversed { get; set; }

    /// <summary>Place for the parameter before; empty at the newest.</summary>
    public string? Newer { get; set; }

    /// <summary>Place for the parameter after; empty at the oldest.</summary>
    public string? Older { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var list = Markup.Element("ul", "p-pagination__list", Step(Newer, Before, After, Reversed ? "Older" : "Newer", "prev"),
            Step(Older, After, Before, Reversed ? "Newer" : "Older", "next"));
        Replace(output,
            string.IsNullOrEmpty(Newer) && string.IsNullOrEmpty(Older) ? null : Markup.Element("nav", "p-pagination", list)
            .With("aria-label", Text["Pages"]));
    }

    private TagBuilder? Step(string? place, string parameter, string other, string key, string rel) => string.IsNullOrEmpty(place)
        ? null
        : Markup.Element("li", "p-pagination__item",
            Markup.Link("p-pagination__link", QueryLinks.With(HttpContext.Request, parameter, place, other), Text[key]).With("rel", rel))
                .With("data-step", rel);
}
