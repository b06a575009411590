using System.Text;

namespace Portal.Rules.Text;

/// <summary>
/// Which look-alike alphabet a letter belongs to. Blocks as in the Unicode Character Database, Blocks.txt.
/// </summary>
internal static class LookAlikeAlphabets
{
    private static readonly (int First, int Last, LookAlikeAlphabet Alphabet)[] Blocks =
    [
        (0x0041, 0x024F, LookAlikeAlphabet.Latin),
        (0x0250, 0x02AF, LookAlikeAlphabet.Latin),
        (0x0370, 0x03E1, LookAlikeAlphabet.Greek),
        (0x03E2, 0x03EF, LookAlikeAlphabet.Coptic),
        (0x03F0, 0x03FF, LookAlikeAlphabet.Greek),
        (0x0400, 0x052F, LookAlikeAlphabet.Cyrillic),
        (0x0530, 0x058F, LookAlikeAlphabet.Armenian),
        (0x13A0, 0x13FF, LookAlikeAlphabet.Cherokee),
        (0x1C80, 0x1C8F, LookAlikeAlphabet.Cyrillic),
        (0x1D00, 0x1DBF, LookAlikeAlphabet.Latin),
        (0x1E00, 0x1EFF, LookAlikeAlphabet.Latin),
        (0x1F00, 0x1FFF, LookAlikeAlphabet.Greek),
        (0x2C60, 0x2C7F, LookAlikeAlphabet.Latin),
        (0x2C80, 0x2CFF, LookAlikeAlphabet.Coptic),
        (0x2DE0, 0x2DFF, LookAlikeAlphabet.Cyrillic),
        (0xA4D0, 0xA4FF, LookAlikeAlphabet.Lisu),
        (0xA640, 0xA69F, LookAlikeAlphabet.Cyrillic),
        (0xA720, 0xA7FF, LookAlikeAlphabet.Latin),
        (0xAB30, 0xAB6F, LookAlikeAlphabet.Latin),
        (0xAB70, 0xABBF, LookAlikeAlphabet.Cherokee),
    ];

    public static LookAlikeAlphabet? Of(Rune letter)
    {
        if (!Rune.IsLetter(letter))
        {
            return null;
        }

        foreach (var (first, last, alphabet) in Blocks)
        {
            if (letter.Value >= first && letter.Value <= last)
            {
                return alphabet;
            }
        }

        return null;
    }
}
