using System.Text;

namespace Portal.Rules.Text;

/// <summary>
/// A person's name as its bearer writes it: family name first where it is written in Japanese, and last where both
/// parts are in Latin letters.
/// </summary>
public static class PersonName
{
    /// <summary>A family name, a given name, or the reading of one, in code points.</summary>
    public const int Longest = 40;

    /// <returns>Empty where there is neither.</returns>
    public static string Of(string? family, string? given) => (family, given) switch
    {
        (null or "", null or "") => "",
        (null or "", _) => given,
        (_, null or "") => family,
        _ => IsLatin(family) && IsLatin(given) ? $"{given} {family}" : $"{family} {given}",
    };

    // Letters of the Latin blocks end at U+024F, those with two marks begin at U+1E00; other signs decide nothing.
    private static bool IsLatin(string part) =>
        part.EnumerateRunes().Where(Rune.IsLetter).All(letter => letter.Value is < 0x250 or (>= 0x1E00 and <= 0x1EFF));
}
