namespace Portal.Rules.Identifiers;

/// <summary>
/// What an ID looks like, as a mask: A is a letter, 0 a digit, everything else itself ("A0000000"). Not a regular
/// expression: a profile that comes from outside could otherwise make the portal compute for ever.
/// </summary>
public static class IdFormat
{
    /// <summary>The longest ID, in code points.</summary>
    public const int LongestId = 40;

    /// <summary>Whether a mask is one: plain characters, none of them a space.</summary>
    /// <param name="format">Any text.</param>
    public static bool IsUsable(string format)
    {
        ArgumentNullException.ThrowIfNull(format);
        return format.Length is > 0 and <= LongestId && format.All(character => character is > ' ' and <= '~');
    }

    /// <summary>Whether an ID looks like its mask.</summary>
    /// <param name="format">The mask.</param>
    /// <param name="loginId">In canonical form; case does not matter.</param>
    public static bool Fits(string format, string loginId)
    {
        ArgumentNullException.ThrowIfNull(format);
        ArgumentNullException.ThrowIfNull(loginId);
        return format.Length == loginId.Length && format.Zip(loginId).All(pair => FitsOne(pair.First, pair.Second));
    }

    /// <summary>An ID that fits, in the case of the mask.</summary>
    /// <param name="format">The mask.</param>
    /// <param name="loginId">An ID that fits it.</param>
    public static string Shown(string format, string loginId)
    {
        ArgumentNullException.ThrowIfNull(format);
        ArgumentNullException.ThrowIfNull(loginId);
        return string.Concat(format.Zip(loginId, (mask, character) => mask == 'A' ? char.ToUpperInvariant(character)
            : mask == '0' ? character : mask));
    }

    private static bool FitsOne(char mask, char character) => mask switch
    {
        'A' => char.IsAsciiLetter(character),
        '0' => char.IsAsciiDigit(character),
        _ => char.ToUpperInvariant(mask) == char.ToUpperInvariant(character),
    };
}
