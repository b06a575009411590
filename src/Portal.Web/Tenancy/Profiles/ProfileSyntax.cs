using System.Globalization;
using System.Text.Json;

namespace Portal.Web.Tenancy.Profiles;

/// <summary>
/// What is wrong with a profile's text before its types are asked: they would take null for an item of a list, and no
/// database takes every character that JSON can name (IV-01).
/// </summary>
internal static class ProfileSyntax
{
    private const string NamesOfOnesOwn = "operators.labels";

    private static readonly JsonDocumentOptions Options = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        AllowDuplicateProperties = false,
    };

    public static IReadOnlyList<ProfileProblem> Problems(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Options);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? [.. Problems(document.RootElement, "")]
                : [NotJson("an object, in braces.")];
        }
        catch (JsonException e)
        {
            return [NotJson(e.Message)];
        }
        catch (InvalidOperationException e)
        {
            // Half a surrogate pair in a name.
            return [NotJson(e.Message)];
        }
    }

    /// <summary>As problems have it: "password.minimumLength".</summary>
    public static string PathOf(JsonException found) => (found.Path ?? "").TrimStart('$').TrimStart('.');

    private static ProfileProblem NotJson(string reason) => new("", reason) { Fault = ProfileFault.NotJson };

    private static IEnumerable<ProfileProblem> Problems(JsonElement value, string path) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(part => OfPart(part, path)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany((item, index) =>
            OfItem(item, string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]"))),
        JsonValueKind.String when !IsStorable(value) =>
            [new(path, "no control characters, and whole characters alone.") { Fault = ProfileFault.BrokenText }],
        _ => [],
    };

    private static IEnumerable<ProfileProblem> OfPart(JsonProperty part, string path)
    {
        var below = path.Length == 0 ? part.Name : $"{path}.{part.Name}";
        return path == NamesOfOnesOwn ? OfItem(part.Value, below) : Problems(part.Value, below);
    }

    private static IEnumerable<ProfileProblem> OfItem(JsonElement item, string path) => item.ValueKind == JsonValueKind.Null
        ? [new(path, "null is no item.") { Fault = ProfileFault.Nothing }]
        : Problems(item, path);

    private static bool IsStorable(JsonElement value)
    {
        try
        {
            return !value.GetString()!.Any(letter => char.IsControl(letter) && letter != '\n');
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}

/// <summary>A text that is to be a profile.</summary>
/// <param name="Profile">Null where it cannot even be read.</param>
/// <param name="Problems">None where it can be used.</param>
public sealed record ProfileReading(TenantProfile? Profile, IReadOnlyList<ProfileProblem> Problems);

/// <summary>In which way a part of a profile is wrong.</summary>
public enum ProfileFault
{
    /// <summary>It can be read, and makes no sense.</summary>
    Senseless,

    /// <summary>The text as a whole is no JSON object; the path is empty.</summary>
    NotJson,

    /// <summary>
    /// A name that is not known, a value of another kind, or something that has to be there and is not.
    /// </summary>
    Unreadable,

    /// <summary>Null in the place of an item.</summary>
    Nothing,

    /// <summary>Half a character, or one that controls a terminal.</summary>
    BrokenText,
}
