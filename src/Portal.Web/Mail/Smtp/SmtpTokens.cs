using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using MailKit.Security;

namespace Portal.Web.Mail.Smtp;

/// <summary>
/// The token that the mail server is shown instead of a password: asked for with the application's own secret (client
/// credentials, RFC 6749 section 4.4), and kept until shortly before it ends.
/// </summary>
internal sealed class SmtpTokens(SmtpOAuthOptions options, TimeProvider clock) : IDisposable
{
    /// <summary>How long before its end a token is used no more: what is under way must not outlive it.</summary>
    public static readonly TimeSpan Margin = TimeSpan.FromMinutes(2);

    private const int LongestAnswer = 64 * 1024;

    private readonly SemaphoreSlim turn = new(1);
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
    {
        MaxResponseContentBufferSize = LongestAnswer,
    };

    private Kept? kept;

    /// <exception cref="AuthenticationException">The endpoint gave none; the message says what it answered.</exception>
    public async Task<string> GetAsync(CancellationToken cancellationToken)
    {
        // Four senders that begin at once need one token.
        await turn.WaitAsync(cancellationToken);
        try
        {
            if (kept is not { } known || clock.GetElapsedTime(known.Since) >= known.Lasts)
            {
                kept = known = await AskAsync(cancellationToken);
            }

            return known.Token;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>The server does not take it any more, however long it was said to last.</summary>
    public void Forget() => kept = null;

    public void Dispose()
    {
        http.Dispose();
        turn.Dispose();
    }

    private async Task<Kept> AskAsync(CancellationToken cancellationToken)
    {
        var since = clock.GetTimestamp();
        try
        {
            using var form = new FormUrlEncodedContent(Form());
            using var answer = await http.PostAsync(options.TokenEndpoint, form, cancellationToken);
            if (!answer.IsSuccessStatusCode)
            {
                throw new AuthenticationException($"The token endpoint answered {(int)answer.StatusCode}.");
            }

            var granted = await answer.Content.ReadFromJsonAsync<Granted>(cancellationToken);
            return granted is { Token.Length: > 0 }
                ? new Kept(granted.Token, since, TimeSpan.FromSeconds(granted.Seconds ?? 0) - Margin)
                : throw new AuthenticationException("The token endpoint gave no token.");
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or NotSupportedException)
        {
            throw new AuthenticationException("The token endpoint gave no token.", e);
        }
    }

    private IEnumerable<KeyValuePair<string, string>> Form()
    {
        yield return new("grant_type", "client_credentials");
        yield return new("client_id", options.ClientId!);
        yield return new("client_secret", options.ClientSecret!);
        if (!string.IsNullOrEmpty(options.Scope))
        {
            yield return new("scope", options.Scope);
        }
    }

    /// <param name="Since">When it was asked for, by the clock's own count.</param>
    private sealed record Kept(string Token, long Since, TimeSpan Lasts);

    // Some providers write the number as a text.
    private sealed record Granted(
        [property: JsonPropertyName("access_token")] string? Token,
        [property: JsonPropertyName("expires_in"), JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)] int? Seconds);
}
