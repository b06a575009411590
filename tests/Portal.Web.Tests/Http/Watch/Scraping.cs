using System.Globalization;

namespace Portal.Web.Tests.Http.Watch;

/// <summary>Asks as Prometheus does.</summary>
internal static class Scraping
{
    public static Dictionary<string, string?> At(int port) => new()
    {
        ["Portal:Telemetry:MetricsPort"] = port.ToString(CultureInfo.InvariantCulture),
    };

    public static async Task<HttpResponseMessage> AskAsync(int port, string path = "/metrics", string? host = null)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, $"http://127.0.0.1:{port}{path}");
        request.Headers.Host = host;
        return await client.SendAsync(request, HttpCompletionOption.ResponseContentRead);
    }

    public static async Task<string> ReadAsync(int port)
    {
        using var answer = await AskAsync(port);
        return await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
    }
}
