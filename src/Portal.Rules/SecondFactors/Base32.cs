using System.Text;

namespace Portal.Rules.SecondFactors;

/// <summary>Bytes as letters and digits that people can type (RFC 4648, section 6), without padding.</summary>
public static class Base32
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int BitsPerLetter = 5;
    private const int BitsPerByte = 8;

    /// <summary>The bytes in upper-case letters and the digits 2 to 7.</summary>
    /// <param name="bytes">Any number of bytes.</param>
    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(((bytes.Length * BitsPerByte) + BitsPerLetter - 1) / BitsPerLetter);
        var (buffer, bits) = (0, 0);
        foreach (var one in bytes)
        {
            (buffer, bits) = (((buffer << BitsPerByte) | one) & 0xFFF, bits + BitsPerByte);
            while (bits >= BitsPerLetter)
            {
                bits -= BitsPerLetter;
                text.Append(Alphabet[(buffer >> bits) & 31]);
            }
        }

        return bits > 0 ? text.Append(Alphabet[(buffer << (BitsPerLetter - bits)) & 31]).ToString() : text.ToString();
    }

    /// <summary>
    /// The bytes of a text; case, blanks and hyphens do not matter, what is left over of a letter is dropped.
    /// </summary>
    /// <param name="text">What was typed.</param>
    /// <returns>Null where another character occurs.</returns>
    public static byte[]? Decode(string text)
    {
        var bytes = new List<byte>(text.Length * BitsPerLetter / BitsPerByte);
        var (buffer, bits) = (0, 0);
        foreach (var letter in text.Where(c => c is not (' ' or '-')))
        {
            var value = Alphabet.IndexOf(char.ToUpperInvariant(letter), StringComparison.Ordinal);
            if (value < 0)
            {
                return null;
            }

            (buffer, bits) = (((buffer << BitsPerLetter) | value) & 0xFFF, bits + BitsPerLetter);
            if (bits >= BitsPerByte)
            {
                bits -= BitsPerByte;
                bytes.Add((byte)(buffer >> bits));
            }
        }

        return [.. bytes];
    }

    /// <summary>A text in groups of four, as people read it to each other.</summary>
    /// <param name="text">The text.</param>
    /// <param name="separator">What stands between the groups.</param>
    public static string InGroups(string text, char separator = ' ') =>
        string.Join(separator, text.Chunk(4).Select(group => new string(group)));
}
