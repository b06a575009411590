using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using Portal.Web.Http.Frame;

namespace Portal.Web.Http.TagHelpers;

/// <summary>
/// Links to the pages of a list, keeping the rest of the query;
/// nothing for a single page. Also puts （2/4ページ） into the title.
/// </summary>
[HtmlTargetElement("p-pagination", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PaginationTagHelper(IStringLocalizer<ComponentText> text, PageContext page) : ComponentTagHelper(text)
{
    /// <summary>From 1.</summary>
    public int Page { get; set; } = 1;

    public int Pages { get; set; }

    /// <summary>Name of the query parameter.</summary>
    public string Parameter { get; set; } = "page";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Pages <= 1)
        {
            Replace(output, null);
            return;
        }

        page.ListPosition = new ListPosition(Page, Pages);
        var list = Markup.Element("ul", "p-pagination__list", Step(Page - 1, "Previous", "prev"));
        var last = 0;
        foreach (var number in Shown().Where(number => number >= 1 && number <= Pages))
        {
            list.Add(number > last + 1 ? Gap() : null, Number(number));
            last = number;
        }

        list.Add(Step(Page + 1, "Next", "next"));
        Replace(output, Markup.Element("nav", "p-pagination", list).With("aria-label", Text["Pages"]));
    }

    private SortedSet<int> Shown() => [1, Page - 1, Page, Page + 1, Pages];

    private TagBuilder? Step(int number, string key, string rel) => number < 1 || number > Pages
        ? null
        : Item(Link(number, Text[key]).With("rel", rel)).With("data-step", rel);

    private TagBuilder Number(int number) => Item(Link(number, number.ToString(CultureInfo.CurrentCulture))
        .With("aria-label", Text["PageNumber", number])
        .With("aria-current", number == Page ? "page" : null));

    private static TagBuilder Item(TagBuilder content) => Markup.Element("li", "p-pagination__item", content);

    private static TagBuilder Gap() => Markup.Element("li", "p-pagination__gap", "…");

    private TagBuilder Link(int number, string label) => Markup.Link("p-pagination__link", Address(number), label);

    private string Address(int number) =>
        QueryLinks.With(HttpContext.Request, Parameter, number == 1 ? null : number.ToString(CultureInfo.InvariantCulture));
}
