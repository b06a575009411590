using System.Text.Json;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;

namespace Portal.Web.Tenancy.Profiles;

/// <summary>Reads and writes profiles; unknown names and missing parts are refused with their path.</summary>
public static class ProfileJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <exception cref="ProfileException">The text is not a usable profile; the message says where and why.</exception>
    public static TenantProfile Read(string json, string source)
    {
        try
        {
            var profile = JsonSerializer.Deserialize<TenantProfile>(json, Options) ?? throw new ProfileException($"{source}: empty.");
            ProfileCheck.Run(profile, source);
            return profile;
        }
        catch (JsonException e)
        {
            throw new ProfileException($"{source}: {e.Path ?? "$"}: {e.Message}", e);
        }
    }

    /// <summary>A profile put together of values of its own types, before anybody asks if it makes sense.</summary>
    internal static TenantProfile Understand(string json) => JsonSerializer.Deserialize<TenantProfile>(json, Options)!;

    /// <summary>
    /// The JSON Schema of a profile, made of the types: editors complete files and mark what is unknown.
    /// </summary>
    public static string Schema()
    {
        Options.MakeReadOnly(populateMissingResolver: true);
        var schema = Options.GetJsonSchemaAsNode(typeof(TenantProfile)).AsObject();
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        return schema.ToJsonString(Options) + "\n";
    }

    public static string Write(TenantProfile profile) => JsonSerializer.Serialize(profile, Options);
}
