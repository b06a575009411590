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
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    /// <param name="keys">One, or two while the secret is changed.</param>
    /// <param name="timestamp">Of this try, in seconds since 1970.</param>
    public static string Of(IEnumerable<byte[]> keys, string id, long timestamp, ReadOnlySpan<byte> body)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{timestamp}.")), .. body];
        return string.Join(' ', keys.Select(key => "v1," + Convert.ToBase64String(HMACSHA256.HashData(key, signed))));
    }

    /// <summary>
    /// Whether a message that came in was signed with one of these keys, a moment ago: an old one that somebody kept is
    /// none.
    /// </summary>
    public static bool IsGenuine(IEnumerable<byte[]> keys, IHeaderDictionary headers, string body, DateTimeOffset now)
    {
        var id = headers["webhook-id"].ToString();
        if (id.Length == 0
            || !long.TryParse(headers["webhook-timestamp"].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || Math.Abs(now.ToUnixTimeSeconds() - seconds) > Tolerance.TotalSeconds)
        {
            return false;
        }

        var bytes = Encoding.UTF8.GetBytes(body);
        byte[][] expected = [.. keys.Select(key => Encoding.UTF8.GetBytes(Of([key], id, seconds, bytes)))];
        return headers["webhook-signature"].ToString().Split(' ').Select(Encoding.UTF8.GetBytes)
            .Any(given => expected.Any(each => CryptographicOperations.FixedTimeEquals(each, given)));
    }
}
