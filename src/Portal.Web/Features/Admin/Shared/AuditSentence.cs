using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Portal.Web.Features.Admin.Shared;

/// <param name="IsName">Who it is about, which the eye looks for.</param>
public sealed record SentencePart(string Text, bool IsName);

/// <summary>An event as a sentence; on a page with the names set off.</summary>
/// <param name="Reason">In words; null where there is none.</param>
public sealed record AuditSentence(IReadOnlyList<SentencePart> Parts, string? Reason) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(encoder);
        foreach (var part in Parts)
        {
            writer.Write(part.IsName ? "<b>" : "");
            encoder.Encode(writer, part.Text);
            writer.Write(part.IsName ? "</b>" : "");
        }
    }

    public override string ToString() => string.Concat(Parts.Select(part => part.Text));
}
