using Portal.Rules.Text;

namespace Portal.Rules.SecondFactors;

/// <summary>
/// Recovery codes as they are made, shown and compared: 80 bits in base32 (defaults; NIST asks for 64).
/// </summary>
public static class RecoveryCodeText
{
    /// <summary>Random bytes of a code.</summary>
    public const int Bytes = 10;

    /// <summary>Codes of a set.</summary>
    public const int PerSet = 10;

    private const int Letters = 16;

    /// <summary>A code as it is shown: four groups of four.</summary>
    /// <param name="letters">Ten random bytes in base32.</param>
    public static string Show(string letters) => Base32.InGroups(letters, '-');

    /// <summary>
    /// A code as it is hashed and compared: without width, case, blanks, hyphens and what nobody can see;
    /// digits that no code has are the letters that they were read for.
    /// </summary>
    /// <param name="text">What was typed.</param>
    /// <returns>Sixteen letters of base32, or null for anything else.</returns>
    public static string? Canonical(string text)
    {
        var folded = string.Concat(CanonicalText.Identifier(text).Where(c => !char.IsWhiteSpace(c) && !Separators.Has(c)))
            .ToUpperInvariant().Replace('0', 'O').Replace('1', 'I').Replace('8', 'B');
        return folded.Length == Letters && Base32.Spells(folded) ? folded : null;
    }
}
