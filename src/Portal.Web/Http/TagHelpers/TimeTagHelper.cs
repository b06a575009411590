using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Portal.Web.Http.Languages;
using Portal.Web.Tenancy.Times;

namespace Portal.Web.Http.TagHelpers;

/// <summary>
/// A moment in the reader's zone, with the exact value for machines. Shows a dash where there is none.
/// </summary>
[HtmlTargetElement("p-time", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TimeTagHelper(IDisplayTime times) : TagHelper
{
    public DateTimeOffset? Value { get; set; }

    [HtmlAttributeName("format")]
    public TimeStyle Style { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        if (Value is { } value)
            output.Content.SetHtmlContent(Element(times, value, Style));
        else
            output.Content.SetContent("–");
    }

    internal static TagBuilder Element(IDisplayTime times, DateTimeOffset value, TimeStyle style) =>
        Markup.Element("time", null, times.Format(value, style))
            .With("datetime", times.ToZone(value).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));
}
