using System.Globalization;

namespace Portal.Web.Export.Pdf;

/// <summary>Breaks text into lines: after any character, as Japanese does, but not within a Latin word.</summary>
internal static class PdfLines
{
    public static IReadOnlyList<string> Broken(PdfFace face, string text, double size, double width) =>
        [.. text.ReplaceLineEndings("\n").Split('\n').SelectMany(line => OfOne(face, face.InWords(line), size, width))];

    private static List<string> OfOne(PdfFace face, string text, double size, double width)
    {
        var lines = new List<string>();
        var line = "";
        for (var each = StringInfo.GetTextElementEnumerator(text); each.MoveNext();)
        {
            var letter = each.GetTextElement();
            if (line.Length > 0 && face.Measure(line + letter, size) > width)
            {
                var kept = IsWithinWord(line, letter) ? line.LastIndexOf(' ') + 1 : line.Length;
                kept = kept == 0 ? line.Length : kept;
                lines.Add(line[..kept].TrimEnd());
                line = line[kept..];
            }

            line += line.Length == 0 && letter == " " && lines.Count > 0 ? "" : letter;
        }

        lines.Add(line);
        return lines;
    }

    private static bool IsWithinWord(string line, string letter) => char.IsAscii(line[^1]) && line[^1] != ' ' && char.IsAscii(letter[0])
        && letter[0] != ' ';
}
