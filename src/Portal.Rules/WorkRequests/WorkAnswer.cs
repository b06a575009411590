using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Portal.Rules.WorkRequests;

/// <summary>One row of a table: what stands in each column, by its key.</summary>
public sealed class WorkRow() : Dictionary<string, string>(StringComparer.Ordinal);

/// <summary>
/// What somebody filled in, understood: nothing that was left empty, days as 2026-07-01, choices as their values.
/// </summary>
public sealed record WorkAnswer
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>By the key of the field.</summary>
    public Dictionary<string, string> Values { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Of tables, by the key of the field.</summary>
    public Dictionary<string, List<WorkRow>> Rows { get; init; } = new(StringComparer.Ordinal);

    /// <summary>As it is stored.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>As it was stored.</summary>
    /// <param name="json">What <see cref="ToJson"/> wrote.</param>
    public static WorkAnswer Parse(string json) => JsonSerializer.Deserialize<WorkAnswer>(json, Json)!;
}
