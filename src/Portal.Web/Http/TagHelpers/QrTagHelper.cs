using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using QRCoder;

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
        // A screen has no dirt that more correction would help against; fewer modules are larger ones.
        using var code = QRCodeGenerator.GenerateQrCode(Value, QRCodeGenerator.ECCLevel.L);
        var size = code.ModuleMatrix.Count.ToString(CultureInfo.InvariantCulture);
        var dark = Markup.Element("path", "p-qr__dark").With("d", Path(code));
        var picture = Markup.Element("svg", "p-qr__picture", dark)
            .With("role", "img").With("aria-label", Label).With("viewBox", $"0 0 {size} {size}").With("shape-rendering", "crispEdges");
        Replace(output, Markup.Element("figure", "p-qr", picture));
    }

    /// <summary>A stroke for each run of dark modules of a row.</summary>
    private static string Path(QRCodeData code)
    {
        var path = new StringBuilder();
        for (var y = 0; y < code.ModuleMatrix.Count; y++)
        {
            var row = code.ModuleMatrix[y];
            for (var x = 0; x < row.Count; x++)
            {
                var start = x;
                while (x < row.Count && row[x])
                {
                    x++;
                }

                if (x > start)
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{start} {y}h{x - start}v1h-{x - start}z");
                }
            }
        }

        return path.ToString();
    }
}
