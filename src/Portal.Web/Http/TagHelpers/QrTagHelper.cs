using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Portal.Web.Http.TagHelpers;

/// <summary>
/// A QR code, drawn on the server: what it says goes to nobody else (MF-10). Black on white in every theme, with the
/// quiet zone that readers need.
/// </summary>
[HtmlTargetElement("p-qr", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class QrTagHelper(IStringLocalizer<ComponentText> text) : ComponentTagHelper(text)
{
    public string Value { get; set; } = "";

    /// <summary>What the picture is, for those who do not see it.</summary>
    public string Label { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var code = QrCode.Of(Value);
        var size = code.Size.ToString(CultureInfo.InvariantCulture);
        var dark = Markup.Element("path", "p-qr__dark").With("d", Path(code));
        var picture = Markup.Element("svg", "p-qr__picture", dark)
            .With("role", "img").With("aria-label", Label).With("viewBox", $"0 0 {size} {size}").With("shape-rendering", "crispEdges");
        Replace(output, Markup.Element("figure", "p-qr", picture));
    }

    /// <summary>A stroke for each run of dark modules of a row.</summary>
    private static string Path(QrCode code)
    {
        var path = new StringBuilder();
        foreach (var run in code.Runs)
        {
            path.Append(CultureInfo.InvariantCulture, $"M{run.X} {run.Y}h{run.Length}v1h-{run.Length}z");
        }

        return path.ToString();
    }
}
