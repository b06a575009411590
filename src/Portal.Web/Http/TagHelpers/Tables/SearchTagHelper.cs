using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Portal.Web.Http.TagHelpers;

/// <summary>
/// The search of a list, open and first (FACE-5). Inside stands the field, and in a p-search-more what else narrows the
/// list: one form, so that all conditions hold together.
/// </summary>
[HtmlTargetElement("p-search")]
public sealed class SearchTagHelper(IStringLocalizer<ComponentText> text) : ConditionsTagHelper(text)
{
    /// <summary>Any condition is set.</summary>
    public bool Narrowed { get; set; }

    internal TagBuilder? More { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        context.Items[typeof(ConditionsTagHelper)] = this;
        var field = await output.GetChildContentAsync();
        var line = Markup.Element("div", "p-search__line", field, Button(Text["Search"]), Clear(Narrowed));
        Replace(output, Form("p-search").With("role", "search").Add(line, More));
    }
}

/// <summary>The other conditions, folded behind the search until one of them is set.</summary>
[HtmlTargetElement("p-search-more", ParentTag = "p-search")]
public sealed class SearchMoreTagHelper(IStringLocalizer<ComponentText> text) : ComponentTagHelper(text)
{
    /// <summary>How many of these are set.</summary>
    public int Active { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var fields = await output.GetChildContentAsync();
        var apply = Markup.Element("button", "p-button", Text["FilterApply"]).With("type", "submit").With("data-kind", "secondary");
        var box = Markup.Element("details", "p-filter",
            Markup.Element("summary", "p-filter__summary", Active == 0 ? Text["Filter"] : Text["FilterActive", Active]),
            Markup.Element("div", "p-filter__form",
                Markup.Element("div", "p-filter__fields", fields), Markup.Element("div", "p-actions", apply))).Flag("open", Active > 0);
        if (context.Items[typeof(ConditionsTagHelper)] is SearchTagHelper search)
            search.More = box;
        Replace(output, null);
    }
}
