using System.Net;

namespace Portal.TestKit.Web;

/// <summary>One event of a stream, as the browser's EventSource hands it over.</summary>
public sealed record ServerEvent(string Kind, string Data, string? Id);

/// <summary>An open stream of server-sent events; the line is cut when disposed.</summary>
public sealed class ServerEvents : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly HttpClient client;
    private readonly HttpResponseMessage response;
    private StreamReader? lines;

    private ServerEvents(HttpClient client, HttpResponseMessage response) => (this.client, this.response) = (client, response);

    public HttpStatusCode Status => response.StatusCode;

    public string? Kind => response.Content.Headers.ContentType?.MediaType;

    /// <summary>The next event; null where the server has ended the stream.</summary>
    public async Task<ServerEvent?> NextAsync()
    {
        string kind = "message", data = "";
        string? id = null;
        while (await LineAsync() is { } line)
        {
            switch (line.Split(": ", 2))
            {
                case ["event", var named]:
                    kind = named;
                    break;
                case ["data", var said]:
                    data = said;
                    break;
                case ["id", var last]:
                    id = last;
                    break;
                case [""] when data.Length > 0:
                    return new ServerEvent(kind, data, id);
            }
        }

        return null;
    }

    /// <summary>Returns with the next sign of life; false where the server has ended the stream.</summary>
    public async Task<bool> IsAliveAsync()
    {
        while (await LineAsync() is { } line)
        {
            if (line == ":")
            {
                return true;
            }
        }

        return false;
    }

    public ValueTask DisposeAsync()
    {
        lines?.Dispose();
        response.Dispose();
        client.Dispose();
        return default;
    }

    internal static async Task<ServerEvents> OpenAsync(HttpClient client, HttpRequestMessage request) =>
        new(client, await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead));

    private async Task<string?> LineAsync()
    {
        lines ??= new StreamReader(await response.Content.ReadAsStreamAsync());
        using var patience = new CancellationTokenSource(Patience);
        return await lines.ReadLineAsync(patience.Token);
    }
}
