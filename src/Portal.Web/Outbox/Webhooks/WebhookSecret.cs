namespace Portal.Web.Outbox.Webhooks;

/// <summary>Secrets in the form of Standard Webhooks: "whsec_" and Base64.</summary>
internal static class WebhookSecret
{
    private const string Prefix = "whsec_";
    private const int Shortest = 24;
    private const int Longest = 64;

    /// <returns>Null where it is none, or one that is too short to be safe.</returns>
    public static byte[]? TryRead(string text)
    {
        var key = new byte[Longest + 1];
        return text.StartsWith(Prefix, StringComparison.Ordinal)
            && Convert.TryFromBase64Chars(text.AsSpan(Prefix.Length), key, out var length) && length is >= Shortest and <= Longest
            ? key[..length]
            : null;
    }
}
