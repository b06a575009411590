using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Portal.TestKit.Telephony;

/// <summary>
/// A programmable-voice provider, as its documentation describes one, with nothing of the application's: it signs,
/// posts what happens in a call, and does what the answer says.
/// </summary>
/// <param name="webhook">Where calls are told, as it was registered with the provider.</param>
/// <param name="secret">What was agreed with the receiver.</param>
/// <param name="ways">How the receiver is reached; one after the other, as behind a balancer.</param>
public sealed class VoiceProvider(Uri webhook, string secret, params HttpClient[] ways)
{
    private int posts;

    /// <summary>How many of the next answers get lost on their way; after each the provider posts once more.</summary>
    public int AnswersLost { get; set; }

    /// <summary>What makes another signature than the right one.</summary>
    public Func<string, string?> Signature { get; set; } = right => right;

    public async Task<VoiceCall> DialAsync(string? from)
    {
        var call = new VoiceCall(this, "CA" + Guid.NewGuid().ToString("N"), from ?? "anonymous");
        await call.PostAsync(webhook, []);
        return call;
    }

    /// <summary>A call that is under way, told by another of the provider's machines.</summary>
    public VoiceCall Resume(string id, string from) => new(this, id, from);

    internal async Task<(HttpStatusCode Status, string Body)> PostAsync(Uri address, IReadOnlyDictionary<string, string> fields)
    {
        var answer = await SendAsync(address, fields);
        for (; AnswersLost > 0; AnswersLost--)
        {
            answer = await SendAsync(address, fields);
        }

        return answer;
    }

    private async Task<(HttpStatusCode Status, string Body)> SendAsync(Uri address, IReadOnlyDictionary<string, string> fields)
    {
        using var post = new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(fields) };
        if (Signature(Sign(address, fields)) is { } signature)
        {
            post.Headers.Add("X-Twilio-Signature", signature);
        }

        using var answer = await ways[posts++ % ways.Length].SendAsync(post);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private string Sign(Uri address, IReadOnlyDictionary<string, string> fields)
    {
        var text = address.AbsoluteUri + string.Concat(fields.OrderBy(field => field.Key, StringComparer.Ordinal)
            .Select(field => field.Key + field.Value));
#pragma warning disable CA5350 // what providers sign with
        return Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5350
    }
}
