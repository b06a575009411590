using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Portal.Rules.OptionServices;
using Portal.Web.Data.Entities;

namespace Portal.Web.Domain.OptionServices;

/// <summary>
/// Settings as the row keeps them and as the network is told them; one form, which the docs describe.
/// </summary>
public static class OptionJson
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new MinuteConverter() },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        IgnoreReadOnlyProperties = true,
    };

    public static string Write(OptionSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return JsonSerializer.Serialize(settings, settings.GetType(), Form);
    }

    public static JsonElement Element(OptionSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return JsonSerializer.SerializeToElement(settings, settings.GetType(), Form);
    }

    /// <summary>As they are; untouched ones where there is no row.</summary>
    public static OptionSettings Read(OptionService service, OptionSetting? row) => row is null
        ? OptionSettings.Untouched(service)
        : (OptionSettings)JsonSerializer.Deserialize(row.Settings, OptionSettings.Untouched(service).GetType(), Form)!;

    /// <summary>A service as messages name it: "anonymousRejection".</summary>
    public static string Word(OptionService service) => JsonNamingPolicy.CamelCase.ConvertName(service.ToString());

    /// <summary>Times of a schedule have no seconds.</summary>
    private sealed class MinuteConverter : JsonConverter<TimeOnly>
    {
        private const string Pattern = "HH:mm";

        public override TimeOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            TimeOnly.ParseExact(reader.GetString()!, Pattern, System.Globalization.CultureInfo.InvariantCulture);

        public override void Write(Utf8JsonWriter writer, TimeOnly value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString(Pattern, System.Globalization.CultureInfo.InvariantCulture));
    }
}
