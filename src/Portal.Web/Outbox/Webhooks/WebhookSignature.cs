using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Portal.Web.Outbox.Webhooks;

/// <summary>
/// The signature of Standard Webhooks, over id, time and body: nobody else can make a message, change one, or send an
/// old one again as new.
/// </summary>
internal static class WebhookSignature
{
    /// <param name="keys">One, or two while the secret is changed.</param>
    /// <param name="timestamp">Of this try, in seconds since 1970.</param>
    public static string Of(IEnumerable<byte[]> keys, string id, long timestamp, ReadOnlySpan<byte> body)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{timestamp}.")), .. body];
        return string.Join(' ', keys.Select(key => "v1," + Convert.ToBase64String(HMACSHA256.HashData(key, signed))));
    }
}
