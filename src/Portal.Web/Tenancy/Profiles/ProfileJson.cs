using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Portal.Web.Tenancy.Profiles.Faults;

namespace Portal.Web.Tenancy.Profiles;

/// <summary>Reads and writes profiles; unknown names and missing parts are refused with their path.</summary>
public static class ProfileJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        AllowDuplicateProperties = false,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        NumberHandling = JsonNumberHandling.Strict,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    // Former releases took a number in quotation marks for one: what they stored is read on.
    private static readonly JsonSerializerOptions Stored = new(Options) { NumberHandling = JsonNumberHandling.AllowReadingFromString };

    /// <summary>A profile that somebody wrote: a file of a folder, of a command or of a page.</summary>
    /// <exception cref="ProfileException">The text is not a usable profile; the message says where and why.</exception>
    public static TenantProfile Read(string json, string source) => Examine(json) switch
    {
        { Profile: { } profile, Problems.Count: 0 } => profile,
        { Problems: [var problem, ..] } => throw new ProfileException($"{source}: {problem.Told}"),
        _ => throw new ProfileException($"{source}: empty."),
    };

    /// <summary>
    /// The same with everything that is wrong, for whoever corrects it; no text makes it throw, whoever wrote it.
    /// </summary>
    public static ProfileReading Examine(string json)
    {
        var (profile, problems) = Judge(json);
        if (problems.Count == 0)
        {
            return new ProfileReading(profile, problems);
        }

        var lines = ProfileLines.Of(json);
        return new ProfileReading(profile, [.. problems.Select(problem => problem with { Line = lines.Of(problem) })]);
    }

    private static ProfileReading Judge(string json)
    {
        if (ProfileSyntax.Problems(json) is { Count: > 0 } problems)
        {
            return new ProfileReading(null, problems);
        }

        try
        {
            var profile = JsonSerializer.Deserialize<TenantProfile>(json, Options)!;
            return new ProfileReading(profile, ProfileCheck.Problems(profile));
        }
        catch (JsonException e)
        {
            return new ProfileReading(null, Misfits(json) is { Count: > 0 } found ? found : [new(ProfileSyntax.PathOf(e), "Unreadable")]);
        }
    }

    private static List<ProfileProblem> Misfits(string json)
    {
        using var document = JsonDocument.Parse(json, ProfileSyntax.Options);
        return [.. ProfileShape.Problems(document.RootElement, TypeInfo)];
    }

    private static JsonTypeInfo TypeInfo
    {
        get
        {
            Options.MakeReadOnly(populateMissingResolver: true);
            return Options.GetTypeInfo(typeof(TenantProfile));
        }
    }

    // While nodes of two releases are at work, the former one meets names that only the newer one knows.
    private static readonly Lazy<JsonSerializerOptions> OfAnyRelease = new(() =>
        new JsonSerializerOptions(Stored) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip });

    /// <summary>
    /// What was checked when it was stored, to be served: names that a newer release brought along are passed over
    /// (FP-04).
    /// </summary>
    /// <exception cref="ProfileException">It is not usable any more.</exception>
    public static TenantProfile ReadStored(string json, string source)
    {
        try
        {
            var profile = (IsWhole(json, out var whole) ? whole : JsonSerializer.Deserialize<TenantProfile>(json, OfAnyRelease.Value))
                ?? throw new ProfileException($"{source}: empty.");
            ProfileCheck.Run(profile, source);
            return profile;
        }
        catch (JsonException e)
        {
            throw new ProfileException($"{source}: {e.Path ?? "$"}: {e.Message}", e);
        }
    }

    /// <summary>
    /// What is stored, to be written anew: not where that would lose what only a newer release knows.
    /// </summary>
    internal static bool IsWhole(string json, [NotNullWhen(true)] out TenantProfile? profile)
    {
        try
        {
            profile = JsonSerializer.Deserialize<TenantProfile>(json, Stored);
        }
        catch (JsonException)
        {
            profile = null;
        }

        return profile is not null;
    }

    /// <summary>A profile put together of values of its own types, before anybody asks if it makes sense.</summary>
    internal static TenantProfile Understand(string json) => JsonSerializer.Deserialize<TenantProfile>(json, Stored)!;

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
