using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Portal.Rules.Text;

namespace Portal.Web.Domain.Accounts.Passkeys;

/// <param name="Ceremony">Which challenge is answered.</param>
/// <param name="Browser">The secret of the browser's cookie.</param>
/// <param name="Credential">What the browser says, as JSON.</param>
public sealed record PasskeyAnswer(Guid Ceremony, string? Browser, JsonElement Credential)
{
    private const int ShownOfId = 16;
    private const int LongestId = 1400;

    public string Json => Credential.ToString();

    /// <summary>
    /// Whose passkey it claims to be; null when it does not say, or says something that is no handle of ours.
    /// </summary>
    public PasskeyHandle? Handle => Text("response", "userHandle") is { } encoded ? PasskeyHandle.Read(Decode(encoded)) : null;

    /// <summary>Enough of the credential's id to find it again in the log.</summary>
    public string ShortId => Text("id") is { Length: > 0 } id ? ForeignText.Of(id, ShownOfId) : "–";

    /// <summary>The credential's id; null where what was sent is none.</summary>
    public byte[]? CredentialId =>
        Text("id") is { Length: > 0 and <= LongestId } id && Base64Url.IsValid(id) ? Base64Url.DecodeFromChars(id) : null;

    private string? Text(params ReadOnlySpan<string> path)
    {
        var element = Credential;
        foreach (var name in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
            {
                return null;
            }
        }

        return element.ValueKind == JsonValueKind.String ? element.GetString() : null;
    }

    private static string? Decode(string encoded) =>
        Base64Url.IsValid(encoded) ? Encoding.UTF8.GetString(Base64Url.DecodeFromChars(encoded)) : null;
}
