using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Portal.Web.Http.TagHelpers;

/// <summary>One card: a heading, a link when it leads somewhere, and a few words.</summary>
[HtmlTargetElement("p-card", ParentTag = "p-cards")]
public sealed class CardTagHelper(IStringLocalizer<ComponentText> text) : ComponentTagHelper(text)
{
    public string Title { get; set; } = "";
    public string? Href { get; set; }

    /// <summary>What can be typed instead; empty where there is none.</summary>
    public string? Number { get; set; }

    /// <summary>Level of the heading, 2 to 4.</summary>
    public int Level { get; set; } = 2;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var body = await output.GetChildContentAsync();
        Become(output, "li", "p-card");
        var heading = Markup.Element("h" + Level.ToString(CultureInfo.InvariantCulture), "p-card__title");
        output.Content.SetHtmlContent(Href is null ? heading.AddText(Title) : heading.Add(Markup.Link("p-card__link", Url(Href), Title)));
        if (Number is { Length: > 0 })
        {
            output.Content.AppendHtml(Markup.Element("p", "p-card__number", Number));
        }

        output.Content.AppendHtml(Markup.Element("div", "p-card__body", body));
    }
}
