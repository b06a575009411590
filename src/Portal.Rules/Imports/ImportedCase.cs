using Portal.Rules.Cases;

namespace Portal.Rules.Imports;

/// <summary>What may stand in the columns of which one chooses; the words are folded as for a search.</summary>
/// <param name="Kinds">What the provider opens, in both languages.</param>
/// <param name="Priorities">Likewise.</param>
public sealed record CaseImportTerms(IReadOnlyDictionary<string, CaseKind> Kinds, IReadOnlyDictionary<string, CasePriority> Priorities);

/// <summary>A row of a file of cases, as it is stored.</summary>
/// <param name="Row">Its number as the spreadsheet shows it.</param>
/// <param name="Contract">The number of a contract that is there.</param>
public sealed record ImportedCase(int Row, string Contract)
{
    /// <summary>What it is about.</summary>
    public required CaseKind Kind { get; init; }

    /// <summary>How pressing it is.</summary>
    public required CasePriority Priority { get; init; }

    /// <summary>One line.</summary>
    public required string Subject { get; init; }

    /// <summary>Markdown.</summary>
    public required string Text { get; init; }

    /// <summary>The file's name as it was typed; empty for none.</summary>
    public required string File { get; init; }
}
