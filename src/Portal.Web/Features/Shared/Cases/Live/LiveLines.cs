using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Portal.Web.Domain.Cases.Live;

namespace Portal.Web.Features.Shared.Cases.Live;

/// <summary>Events as the browser's EventSource reads them.</summary>
internal sealed class LiveLines(HttpResponse response, CancellationToken end)
{
    private const int SoonestRetry = 2000;
    private const int LatestRetry = 8000;
    private readonly StringBuilder lines = new();

    /// <summary>The headers go out, with how soon to come again: not all at once after a node has stopped.</summary>
    public Task BeginAsync()
    {
        lines.Append(CultureInfo.InvariantCulture, $"retry: {RandomNumberGenerator.GetInt32(SoonestRetry, LatestRetry)}\n\n");
        return SendAsync();
    }

    /// <param name="entries">How many there are now.</param>
    public void AddEntries(int entries) =>
        lines.Append(CultureInfo.InvariantCulture, $"id: {entries}\nevent: entries\ndata: {entries}\n\n");

    public void AddTyping(CaseTypist typist)
    {
        ArgumentNullException.ThrowIfNull(typist);
        var data = JsonSerializer.Serialize(new { name = typist.Name, side = typist.Side.ToString() });
        lines.Append(CultureInfo.InvariantCulture, $"event: typing\ndata: {data}\n\n");
    }

    /// <summary>What was added; a sign of life where there is nothing.</summary>
    public async Task SendAsync()
    {
        if (lines.Length == 0)
        {
            lines.Append(":\n\n");
        }

        var text = lines.ToString();
        lines.Clear();
        await response.WriteAsync(text, end);
        await response.Body.FlushAsync(end);
    }
}
