using System.Text.Json;
using Portal.Rules.Orders;
using Portal.Rules.Text;

namespace Portal.Web.Features.Orders.Answers;

/// <summary>What the back office answers to an application.</summary>
public sealed record OrderAnswer(OrderNumber Number, OrderMove Move, string? Reason)
{
    private const string Type = "orders.result";

    /// <returns>Null for what is no answer.</returns>
    public static OrderAnswer? Read(string body)
    {
        try
        {
            var message = JsonSerializer.Deserialize<JsonElement>(body);
            var data = message.GetProperty("data");
            var reason = data.TryGetProperty("reason", out var said) ? Text(said.GetString()) : null;
            return message.GetProperty("type").GetString() == Type && reason is not { Length: > OrderLimits.Reason }
                && OrderNumber.Read(data.GetProperty("number").GetString()) is { } number
                && ReadMove(data.GetProperty("result").GetString()) is { } move
                    ? new OrderAnswer(number, move, reason)
                    : null;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    private static OrderMove? ReadMove(string? result) => result switch
    {
        "accepted" => OrderMove.Accept,
        "failed" => OrderMove.Fail,
        "arranged" => OrderMove.Arrange,
        _ => null,
    };

    private static string? Text(string? reason) =>
        string.IsNullOrWhiteSpace(reason) ? null : CanonicalText.FreeText(reason.ReplaceLineEndings(" "));
}
