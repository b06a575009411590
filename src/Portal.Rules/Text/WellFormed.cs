using System.Text;

namespace Portal.Rules.Text;

/// <summary>Makes a text safe for normalisation, which throws at lone surrogates and at U+FFFE.</summary>
internal static class WellFormed
{
    private const char ByteOrderReversed = '\uFFFE';

    public static string Of(string text) => IsWellFormed(text) ? text : Repaired(text);

    private static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text, i))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]) || text[i] == ByteOrderReversed)
            {
                return false;
            }
        }

        return true;
    }

    private static string Repaired(string text) =>
        string.Concat(text.EnumerateRunes().Select(rune => rune.ToString())).Replace(ByteOrderReversed, (char)Rune.ReplacementChar.Value);
}
