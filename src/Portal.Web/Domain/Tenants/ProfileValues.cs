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
            var group = parts.Length == 1 ? whole : whole[parts[0]]!.AsObject();
            group.Remove(parts[^1]);
            if (value is not null)
            {
                group[parts[^1]] = value;
            }
        }

        return ProfileJson.Understand(whole.ToJsonString());
    }
}
