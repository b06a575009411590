using System.Text.Json.Nodes;

namespace Portal.Web.Domain.Tenants;

/// <summary>A value of a profile that two of its versions have differently.</summary>
/// <param name="Path">Where in the file, as "password.minimumLength" or "doors[0].title.ja".</param>
/// <param name="Before">Null where it was not there.</param>
/// <param name="After">Null where it is not there any more.</param>
public sealed record ProfileChange(string Path, JsonNode? Before, JsonNode? After)
{
    /// <summary>The part of the profile it belongs to, by its name in the file.</summary>
    public string Group => Path.Split('.', '[')[0];
}
