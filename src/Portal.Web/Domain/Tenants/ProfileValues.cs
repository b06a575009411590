using System.Text.Json.Nodes;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Domain.Tenants;

/// <summary>The values of a profile by their paths, as one compares and sets them.</summary>
public static class ProfileValues
{
    /// <summary>Lists of words are one value, with commas.</summary>
    public static IReadOnlyDictionary<string, string?> Of(TenantProfile profile) =>
        ProfileComparison.Values(profile).ToDictionary(value => value.Key, value => Text(value.Value));

    /// <summary>A value in one text.</summary>
    public static string? Text(JsonNode? value) =>
        value is JsonArray words ? string.Join(',', words.Select(word => word?.ToString())) : value?.ToString();

    /// <summary>The profile with other values; it may make no sense, which <see cref="ProfileChanges"/> says.</summary>
    /// <param name="values">By path; null takes a value out, so that its default counts.</param>
    public static TenantProfile With(TenantProfile profile, IReadOnlyDictionary<string, JsonNode?> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var whole = JsonNode.Parse(ProfileJson.Write(profile))!.AsObject();
        foreach (var (path, value) in values)
        {
            var parts = path.Split('.');
            if (Group(whole, parts[..^1], isNeeded: value is not null) is { } group)
            {
                group.Remove(parts[^1]);
                if (value is not null)
                {
                    group[parts[^1]] = value;
                }
            }
        }

        return ProfileJson.Understand(whole.ToJsonString());
    }

    /// <returns>Null where there is none and none is needed.</returns>
    private static JsonObject? Group(JsonObject whole, IEnumerable<string> parts, bool isNeeded)
    {
        var group = whole;
        foreach (var part in parts)
        {
            if (group[part] is JsonObject inner)
            {
                group = inner;
                continue;
            }

            if (!isNeeded)
            {
                return null;
            }

            var made = new JsonObject();
            group[part] = made;
            group = made;
        }

        return group;
    }
}
