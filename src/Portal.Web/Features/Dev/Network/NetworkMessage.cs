using System.Text.Json;

namespace Portal.Web.Features.Dev.Network;

/// <summary>One message as the network of the demonstration took it.</summary>
/// <param name="Id">Of the webhook: the same message has the same one, however often it comes.</param>
/// <param name="Service">Null for what is no setting.</param>
public sealed record NetworkMessage(string Id, string Tenant, string Kind, string Number, string? Service, int? Version, string Data,
    DateTimeOffset At)
{
    private const int LongestNumber = 32;

    private static readonly JsonSerializerOptions Indented =
        new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>How often it came.</summary>
    public int Times { get; init; } = 1;

    /// <summary>A later version was there already: it changed nothing.</summary>
    public bool IsStale { get; init; }

    /// <returns>Null for what is no message to a telephone network.</returns>
    public static NetworkMessage? Read(string id, string tenant, string body, DateTimeOffset at)
    {
        try
        {
            var message = JsonSerializer.Deserialize<JsonElement>(body);
            var data = message.GetProperty("data");
            if (message.GetProperty("type").GetString() is not { Length: > 0 } kind
                || data.GetProperty("number").GetString() is not { Length: > 0 and <= LongestNumber } number)
            {
                return null;
            }

            return new NetworkMessage(id, tenant, kind, number,
                data.TryGetProperty("service", out var service) ? service.GetString() : null,
                data.TryGetProperty("version", out var version) ? version.GetInt32() : null, JsonSerializer.Serialize(data, Indented), at);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }
}
