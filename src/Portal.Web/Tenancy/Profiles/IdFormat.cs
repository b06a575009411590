namespace Portal.Web.Tenancy.Profiles;

/// <summary>
/// What an ID looks like, as a mask: A is a letter, 0 a digit, everything else itself ("A0000000"). Not a regular
/// expression: a profile that comes from outside could otherwise make the portal compute for ever.
/// </summary>
public static class IdFormat
{
    public const int LongestId = 40;

    public static bool IsUsable(string format)
    {
        ArgumentNullException.ThrowIfNull(format);
        return format.Length is > 0 and <= LongestId && format.All(character => character is > ' ' and <= '~');
    }

    /// <param name="loginId">In canonical form; case does not matter.</param>
    public static bool Fits(string format, string loginId)
    {
        ArgumentNullException.ThrowIfNull(format);
        ArgumentNullException.ThrowIfNull(loginId);
        return format.Length == loginId.Length && format.Zip(loginId).All(pair => FitsOne(pair.First, pair.Second));
    }

    /// <returns>An ID that fits, in the case of the mask.</returns>
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
