using System.Text.Encodings.Web;

namespace Portal.Web.Features.Shared.Lists;

/// <summary>Writes markup and encoded text straight to the page: for what is there hundreds of times.</summary>
internal readonly struct HtmlPen(TextWriter writer, HtmlEncoder encoder)
{
    /// <summary>Markup of the program's own.</summary>
    public HtmlPen Markup(string markup)
    {
        writer.Write(markup);
        return this;
    }

    public HtmlPen Content(Microsoft.AspNetCore.Html.IHtmlContent content)
    {
        content.WriteTo(writer, encoder);
        return this;
    }

    /// <summary>Anything else, encoded; also inside of an attribute.</summary>
    public HtmlPen Text(string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            encoder.Encode(writer, text);
        }

        return this;
    }

    public HtmlPen Attribute(string name, string? value) =>
        value is null ? this : Markup(" ").Markup(name).Markup("=\"").Text(value).Markup("\"");
}
