using System.Text.Json.Serialization;

namespace Portal.Web.Audit;

/// <summary>
/// What something was called when it happened, as a detail of an event: whoever reads it reads it in the own language.
/// </summary>
public sealed record EventName([property: JsonPropertyName(EventName.Japanese)] string InJapanese,
    [property: JsonPropertyName(EventName.English)] string InEnglish)
{
    internal const string Japanese = "ja";
    internal const string English = "en";
}
