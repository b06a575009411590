using System.Text.Json;
using Portal.Rules.Cases;

namespace Portal.Web.Features.Cases.Hooks;

/// <summary>What another system says of a case to be opened; the words are not judged yet.</summary>
/// <param name="Contract">Its number.</param>
/// <param name="Contact">The login ID of the customer's person; null for the first manager of the contract.</param>
public sealed record CaseMessage(string? Contract, string? Contact, string? Kind, string? Priority, string? Subject, string? Text,
    bool Confidential)
{
    public const string Type = "cases.open";

    /// <summary>The kinds that systems may name, as "reportDelivery".</summary>
    public CaseKind? ReadKind() => CaseKinds.OfProviders.Where(kind => Is(kind.ToString(), Kind)).Select(kind => (CaseKind?)kind)
        .FirstOrDefault();

    /// <summary>Normal where nothing is said; null for what is none.</summary>
    public CasePriority? ReadPriority() => Priority is null ? CasePriority.Normal
        : Enum.GetValues<CasePriority>().Where(each => Is(each.ToString(), Priority)).Select(each => (CasePriority?)each).FirstOrDefault();

    /// <returns>Null for what is no such message.</returns>
    public static CaseMessage? Read(string body)
    {
        try
        {
            var message = JsonSerializer.Deserialize<JsonElement>(body);
            return message.GetProperty("type").GetString() == Type
                ? message.GetProperty("data").Deserialize<CaseMessage>(JsonSerializerOptions.Web)
                : null;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    private static bool Is(string name, string? said) => JsonNamingPolicy.CamelCase.ConvertName(name) == said;
}
