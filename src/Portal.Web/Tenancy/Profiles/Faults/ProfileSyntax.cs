using System.Text.Json;

namespace Portal.Web.Tenancy.Profiles.Faults;

/// <summary>
/// What is wrong with a profile's text before its types are asked: they would take null for an item of a list, and no
/// database takes every character that JSON can name (IV-01).
/// </summary>
internal static class ProfileSyntax
{
    private const string NamesOfOnesOwn = "operators.labels";

    public static readonly JsonDocumentOptions Options = new()
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
                : [new("", "NotAnObject")];
        }
        catch (JsonException e)
        {
            return Repeated(json) is { Count: > 0 } repeated ? repeated : [new("", "NotJson", (e.LineNumber ?? 0) + 1)];
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair in a name.
            return [new("", "BrokenName")];
        }
    }

    /// <summary>As problems have it: "password.minimumLength".</summary>
    public static string PathOf(JsonException found) => (found.Path ?? "").TrimStart('$').TrimStart('.');

    /// <summary>Names that come twice, where nothing else is wrong: which of the two is meant nobody can say.</summary>
    private static List<ProfileProblem> Repeated(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Options with { AllowDuplicateProperties = true });
            return [.. Repeated(document.RootElement, "")];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return [];
        }
    }

    private static IEnumerable<ProfileProblem> Repeated(JsonElement value, string path) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().GroupBy(part => part.Name, StringComparer.Ordinal).SelectMany(parts =>
            parts.Count() > 1
                ? [new ProfileProblem(ProfileLines.Below(path, parts.Key), "Twice")]
                : Repeated(parts.First().Value, ProfileLines.Below(path, parts.Key))),
        JsonValueKind.Array => value.EnumerateArray().SelectMany((item, index) => Repeated(item, ProfileLines.Item(path, index))),
        _ => [],
    };

    private static IEnumerable<ProfileProblem> Problems(JsonElement value, string path) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(part => OfPart(part, path)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany((item, index) =>
            OfItem(item, ProfileLines.Item(path, index))),
        JsonValueKind.String when !IsStorable(value) =>
            [new(path, "BrokenText")],
        _ => [],
    };

    private static IEnumerable<ProfileProblem> OfPart(JsonProperty part, string path)
    {
        var below = ProfileLines.Below(path, part.Name);
        return path == NamesOfOnesOwn ? OfItem(part.Value, below) : Problems(part.Value, below);
    }

    private static IEnumerable<ProfileProblem> OfItem(JsonElement item, string path) => item.ValueKind == JsonValueKind.Null
        ? [new(path, "Null")]
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
