using System.Text;

namespace Portal.Web.Files.Tables;

/// <summary>
/// The encodings in which spreadsheets and programs write text: UTF-8 and UTF-16, with or without mark, and Shift_JIS.
/// </summary>
internal static class TextDecoding
{
    private const int Japanese = 932;

    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding LittleEndian = new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true);
    private static readonly Encoding BigEndian = new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true);
    private static readonly Encoding ShiftJis = Registered();

    /// <returns>The text without a byte order mark; null where no encoding fits.</returns>
    public static string? Decode(byte[] content) => content switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Try(Utf8, content.AsSpan(3)),
        [0xFF, 0xFE, ..] => Try(LittleEndian, content.AsSpan(2)),
        [0xFE, 0xFF, ..] => Try(BigEndian, content.AsSpan(2)),

        // Separators and line ends have a zero for their upper half
        // in UTF-16, and no text has one in the other encodings.
        _ when content.Contains((byte)0) => Try(ZerosComeFirst(content) ? BigEndian : LittleEndian, content),
        _ => Try(Utf8, content) ?? Meaningful(Try(ShiftJis, content)),
    };

    private static Encoding Registered()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding(Japanese, EncoderFallback.ExceptionFallback, new VendorFallback(Encoding.GetEncoding(Japanese)));
    }

    private static string? Try(Encoding encoding, ReadOnlySpan<byte> content)
    {
        try
        {
            return encoding.GetString(content);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>Bytes that Shift_JIS leaves free become private characters without a complaint.</summary>
    private static string? Meaningful(string? text) => text?.Any(c => c is '\u0080' or (>= '\uF8F0' and <= '\uF8F3')) == true ? null : text;

    private static bool ZerosComeFirst(byte[] content)
    {
        var (even, odd) = (0, 0);
        for (var at = 0; at < content.Length; at++)
        {
            even += content[at] == 0 && at % 2 == 0 ? 1 : 0;
            odd += content[at] == 0 && at % 2 == 1 ? 1 : 0;
        }

        return even > odd;
    }
}
