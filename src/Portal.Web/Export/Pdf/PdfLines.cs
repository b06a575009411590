using System.Globalization;

namespace Portal.Web.Export.Pdf;

/// <summary>Breaks text into lines: after any character, as Japanese does, but not within a Latin word.</summary>
internal static class PdfLines
{
    public static IReadOnlyList<string> Broken(PdfFace face, string text, double size, double width) =>
        [.. text.ReplaceLineEndings("\n").Split('\n').SelectMany(line => OfOne(face, face.InWords(line), size, width))];

    private static List<string> OfOne(PdfFace face, string text, double size, double width)
    {
        var (lines, line, used) = (new List<string>(), new List<string>(), 0.0);
        for (var each = StringInfo.GetTextElementEnumerator(text); each.MoveNext();)
        {
            var letter = each.GetTextElement();
            var wide = face.Measure(letter, size);
            if (used + wide > width && line.Count > 0)
            {
                var kept = IsLatin(line[^1]) && IsLatin(letter) ? line.LastIndexOf(" ") + 1 : line.Count;
                kept = kept == 0 ? line.Count : kept;
                lines.Add(string.Concat(line.Take(kept)).TrimEnd());
                line = [.. line.Skip(kept)];
                used = line.Sum(rest => face.Measure(rest, size));
            }

            line.Add(letter);
            used += wide;
        }

        lines.Add(string.Concat(line));
        return lines;
    }

    private static bool IsLatin(string letter) => letter[0] is > ' ' and <= '~';
}
