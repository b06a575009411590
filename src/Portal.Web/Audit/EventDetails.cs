using System.Text.Json;

namespace Portal.Web.Audit;

/// <summary>Reads what is kept with an event.</summary>
public static class EventDetails
{
    /// <param name="details">As they are stored; null where there are none.</param>
    /// <returns>One of them as text; null where there is none of that name.</returns>
    public static string? Read(string? details, string name)
    {
        if (details is null)
        {
            return null;
        }

        using var parsed = JsonDocument.Parse(details);
        return parsed.RootElement.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value.ToString() : null;
    }
}
