using Portal.Rules.WorkRequests;

namespace Portal.Web.Features.Shared.WorkRequests;

/// <summary>The fields of an item to be drawn: for whoever fills them in, and for whoever writes the item.</summary>
/// <param name="Rows">How many rows each table shows, by its key.</param>
public sealed record WorkFormModel(WorkDefinition Definition, IReadOnlyDictionary<string, string?> Values,
    IReadOnlyDictionary<string, int> Rows, string Language)
{
    private const string Prefix = "Values[";

    /// <summary>How the names of its inputs begin; two forms of one page differ in it.</summary>
    public string NamesBegin { get; init; } = Prefix;

    /// <summary>As nobody has filled in anything, for a page on which nobody does.</summary>
    public static WorkFormModel Preview(WorkDefinition definition, string language) =>
        new(definition, new Dictionary<string, string?>(), new Dictionary<string, int>(), language) { NamesBegin = $"{language}[" };

    /// <summary>An input as the form names it.</summary>
    public static string NameOf(string input) => $"{Prefix}{input}]";

    /// <returns>The input of that name; null for another field.</returns>
    public static string? InputOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.StartsWith(Prefix, StringComparison.Ordinal) && name.EndsWith(']') ? name.Replace(Prefix, "", StringComparison.Ordinal)
            .TrimEnd(']') : null;
    }

    public WorkInputModel Input(WorkField field, string input, bool isUnmarked = false) => new(field, $"{NamesBegin}{input}]",
        Values.GetValueOrDefault(input), Language, isUnmarked);
}

/// <summary>One input to be drawn.</summary>
public sealed record WorkInputModel(WorkField Field, string Name, string? Value, string Language, bool IsUnmarked);
