using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using Portal.Web.Http.Input;

namespace Portal.Web.Http.TagHelpers;

/// <summary>
/// Conditions of a list as a GET form, so that the address can be shared. Sending it starts at page 1 again.
/// </summary>
[HtmlTargetElement("p-filter")]
public sealed class FilterTagHelper(IStringLocalizer<ComponentText> text) : ComponentTagHelper(text)
{
    /// <summary>How many conditions are set; with any, the box is open.</summary>
    public int Active { get; set; }

    /// <summary>Parameters of the query to carry over, separated by commas: sort,view.</summary>
    public string Keep { get; set; } = "sort,view";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        context.Items[typeof(FilterTagHelper)] = this;
        var fields = await output.GetChildContentAsync();
        var summary = Markup.Element("summary", "p-filter__summary", Active == 0 ? Text["Filter"] : Text["FilterActive", Active]);
        var box = Markup.Element("details", "p-filter", summary, Form(fields)).Flag("open", Active > 0);
        Replace(output, box);
    }

    private TagBuilder Form(IHtmlContent fields)
    {
        var form = Markup.Element("form", "p-filter__form").With("method", "get").With("action", Path).Flag("novalidate", true);
        foreach (var name in Keep.Split(','))
            if (HttpContext.Request.Query[name] is [{ } value, ..])
                form.Add(Markup.Input(null, "hidden", name, value));
        return form.Add(Markup.Element("div", "p-filter__fields", fields), Buttons());
    }

    private TagBuilder Buttons()
    {
        var apply = Markup.Element("button", "p-button", Text["FilterApply"]).With("type", "submit").With("data-kind", "primary");
        var clear = Active == 0 ? null : Markup.Link("p-button", Path, Text["FilterClear"]).With("data-kind", "quiet");
        return Markup.Element("div", "p-actions", apply, clear);
    }

    private string Path => FormPage.Shown(HttpContext).Split('?')[0];
}
