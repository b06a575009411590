using System.Text.Json.Nodes;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Domain.Tenants;

/// <summary>In which values two profiles differ, in the order of the file.</summary>
public static class ProfileComparison
{
    public static IReadOnlyList<ProfileChange> Between(TenantProfile before, TenantProfile after)
    {
        var (former, later) = (Values(before), Values(after));
        return
        [
            .. later.Keys.Union(former.Keys)
                .Where(path => !JsonNode.DeepEquals(former.GetValueOrDefault(path), later.GetValueOrDefault(path)))
                .Select(path => new ProfileChange(path, former.GetValueOrDefault(path), later.GetValueOrDefault(path))),
        ];
    }

    /// <summary>Every value by its path.</summary>
    internal static Dictionary<string, JsonNode> Values(TenantProfile profile) =>
        Values(JsonNode.Parse(ProfileJson.Write(profile))!, "").ToDictionary(value => value.Path, value => value.Value);

    /// <summary>A list of words is one value; one of objects is as many as they have.</summary>
    private static IEnumerable<(string Path, JsonNode Value)> Values(JsonNode node, string path) => node switch
    {
        JsonObject parts => parts.Where(part => part.Value is not null)
            .SelectMany(part => Values(part.Value!, path.Length == 0 ? part.Key : $"{path}.{part.Key}")),
        JsonArray items when items.Any(item => item is JsonObject) =>
            items.SelectMany((item, index) => item is null ? [] : Values(item, $"{path}[{index}]")),
        _ => [(path, node)],
    };
}
