using System.Text;

namespace Portal.Rules.Text;

/// <summary>The single steps of which the canonical forms are made.</summary>
internal static class Folding
{
    private const int HiraganaToKatakanaOffset = 0x60;

    public static string Compatible(string text) => WellFormed.Of(text).Normalize(NormalizationForm.FormKC);

    /// <summary>What can be seen of a text, in the same form.</summary>
    public static string Visible(string text) => Compatible(Invisible.Drop(text));

    public static string Composed(string text) => WellFormed.Of(text).Normalize(NormalizationForm.FormC);

    // Upper first: letters with two small forms (σ and ς) have only the capital in common.
    public static string Case(string text) => text.ToUpperInvariant().ToLowerInvariant();

    public static string HiraganaToKatakana(string text) =>
        string.Create(text.Length, text, static (span, source) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = IsHiragana(source[i]) ? (char)(source[i] + HiraganaToKatakanaOffset) : source[i];
            }
        });

    public static string WidenKana(string text) =>
        string.Concat(text.Select(c => IsHalfWidthKana(c) ? c.ToString().Normalize(NormalizationForm.FormKC) : c.ToString()));

    private static bool IsHiragana(char c) => c is (>= '\u3041' and <= '\u3096') or '\u309D' or '\u309E';

    private static bool IsHalfWidthKana(char c) => c is >= '\uFF61' and <= '\uFF9F';
}
