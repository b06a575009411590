using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Portal.Rules.Text;

namespace Portal.Rules.WorkRequests;

/// <summary>
/// An IPv4 or IPv6 address that can be, or a network of such: "192.0.2.10", "2001:db8::10", "192.0.2.0/24". Stricter
/// than the platform, which takes "1" and "010.1" for addresses.
/// </summary>
public static class NetworkAddress
{
    private const int Parts = 4;
    private const int ShortBits = 32;
    private const int LongBits = 128;

    /// <summary>Understands what was typed, however wide its signs are.</summary>
    /// <param name="typed">Any text.</param>
    /// <returns>As it is stored; null where it is no address.</returns>
    public static string? Read(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var parts = CanonicalText.SearchKey(typed.Trim()).Split('/');
        return parts switch
        {
            [var address] => Address(address)?.Text,
            [var address, var bits] when Address(address) is { } found && Number(bits) is { } length && length <= found.Bits =>
                found.Text + "/" + bits,
            _ => null,
        };
    }

    private static (string Text, int Bits)? Address(string text) =>
        text.Split('.') is { Length: Parts } parts && parts.All(part => Number(part) <= byte.MaxValue) ? (text, ShortBits)
        : text.Contains(':', StringComparison.Ordinal) && text.All(sign => char.IsAsciiHexDigit(sign) || sign is ':' or '.')
            && IPAddress.TryParse(text, out var address) && address.AddressFamily == AddressFamily.InterNetworkV6
                ? (address.ToString(), LongBits)
        : null;

    /// <summary>Without zeros before it: they would be octal to some, and nothing to others.</summary>
    private static int? Number(string text) =>
        text is "0" or { Length: > 0 and <= 3 } && text.All(char.IsAsciiDigit) && (text == "0" || text[0] != '0')
            ? int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture)
            : null;
}
