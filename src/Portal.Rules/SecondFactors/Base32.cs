namespace Portal.Rules.SecondFactors;

/// <summary>
/// Base32 (RFC 4648, section 6) as text: letters and digits that people can type and tell apart.
/// </summary>
public static class Base32
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>True for a text of upper-case letters and the digits 2 to 7 alone.</summary>
    /// <param name="text">The text.</param>
    public static bool Spells(string text) => text.All(Alphabet.Contains);

    /// <summary>A text in groups of four, as people read it to each other.</summary>
    /// <param name="text">The text.</param>
    /// <param name="separator">What stands between the groups.</param>
    public static string InGroups(string text, char separator = ' ') =>
        string.Join(separator, text.Chunk(4).Select(group => new string(group)));
}
