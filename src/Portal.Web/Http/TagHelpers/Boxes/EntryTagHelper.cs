using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using Portal.Web.Http.Languages;
using Portal.Web.Tenancy.Times;

namespace Portal.Web.Http.TagHelpers;

/// <summary>One comment or event of a timeline; its heading says which.</summary>
[HtmlTargetElement("p-entry", ParentTag = "p-timeline")]
public sealed class EntryTagHelper(IStringLocalizer<ComponentText> text, IDisplayTime times) : ComponentTagHelper(text)
{
    public string Title { get; set; } = "";
    public DateTimeOffset At { get; set; }

    /// <summary>own, provider or event: who speaks.</summary>
    public string Side { get; set; } = "event";

    public int Level { get; set; } = 3;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var body = await output.GetChildContentAsync();
        Become(output, "li", "p-entry");
        output.Attributes.SetAttribute("data-side", Side);
        var title = Markup.Element("h" + Level.ToString(CultureInfo.InvariantCulture), "p-entry__title", Title);
        var head = Markup.Element("div", "p-entry__head", title, TimeTagHelper.Element(times, At, TimeStyle.List));
        output.Content.SetHtmlContent(Markup.Element("article", "p-entry__box", head, Markup.Element("div", "p-entry__body", body)));
    }
}
