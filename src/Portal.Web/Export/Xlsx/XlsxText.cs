using System.Text;
using System.Xml;
using Portal.Rules.Text;

namespace Portal.Web.Export.Xlsx;

internal static class XlsxText
{
    /// <summary>What a cell holds at most.</summary>
    private const int Longest = 32_767;

    /// <summary>Without the characters that XML has no way to write, and not longer than a cell takes.</summary>
    public static string Shorten(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var fits = rune.Value > char.MaxValue || XmlConvert.IsXmlChar((char)rune.Value);
            result.Append(fits ? rune.ToString() : "\uFFFD");
        }

        return Shortened.WithEllipsis(result.ToString(), Longest);
    }
}
