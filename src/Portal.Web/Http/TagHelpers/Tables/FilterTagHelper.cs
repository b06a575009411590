using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Portal.Web.Http.TagHelpers;

/// <summary>Conditions of a list that has no search, folded away until one of them is set.</summary>
[HtmlTargetElement("p-filter")]
public sealed class FilterTagHelper(IStringLocalizer<ComponentText> text) : ConditionsTagHelper(text)
{
    /// <summary>How many conditions are set; with any, the box is open.</summary>
    public int Active { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        context.Items[typeof(ConditionsTagHelper)] = this;
        var fields = await output.GetChildContentAsync();
        var summary = Markup.Element("summary", "p-filter__summary", Active == 0 ? Text["Filter"] : Text["FilterActive", Active]);
        var form = Form("p-filter__form").Add(Markup.Element("div", "p-filter__fields", fields),
            Markup.Element("div", "p-actions", Button(Text["FilterApply"]), Clear(Active > 0)));
        Replace(output, Markup.Element("details", "p-filter", summary, form).Flag("open", Active > 0));
    }
}
