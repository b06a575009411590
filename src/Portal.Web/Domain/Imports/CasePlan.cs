using System.Text.Json.Serialization;
using Portal.Rules.Cases;
using Portal.Rules.Files;
using Portal.Rules.Imports;

namespace Portal.Web.Domain.Imports;

/// <summary>A file that came in the archive beside the rows.</summary>
/// <param name="IsArchive">Packed once more.</param>
/// <param name="Refusal">Why it would not be taken by itself.</param>
public sealed record BroughtFile(string Name, long Size, bool IsArchive, FileRefusal? Refusal);

/// <summary>A case as the check showed it: this is opened and nothing else.</summary>
/// <param name="Row">Its number as the spreadsheet shows it.</param>
/// <param name="Contract">Its number.</param>
public sealed record PlannedCase(int Row, string Contract)
{
    public required string Holder { get; init; }

    /// <summary>Who is told, by name.</summary>
    public required string Contact { get; init; }

    public required CaseKind Kind { get; init; }

    public required CasePriority Priority { get; init; }

    public required string Subject { get; init; }

    public required string Text { get; init; }

    /// <summary>As people see it; empty for none.</summary>
    public string File { get; init; } = "";

    public long Size { get; init; }

    /// <summary>The file that waits for the case.</summary>
    public Guid? FileId { get; init; }

    /// <summary>The case of this contract that says the same already.</summary>
    public int? Like { get; init; }

    /// <summary>Which of those that came, while they are at hand.</summary>
    [JsonIgnore]
    public int? Brought { get; init; }
}

/// <param name="AgentName">Who uploaded it, as the timeline of the cases shows it.</param>
public sealed record CasePlan(string AgentName, IReadOnlyList<PlannedCase> Rows);

/// <param name="Rows">All of the file; they mean something where there are no problems.</param>
public sealed record CaseFinding(IReadOnlyList<PlannedCase> Rows, IReadOnlyList<ImportProblem> Problems);

/// <summary>What a row became.</summary>
public sealed record OpenedRow(int Row, string Contract, string Number, string Subject, string File);

/// <param name="Made">What the rows became; nothing where the finding is not fit.</param>
public sealed record CasesOutcome(ImportFinding Finding, IReadOnlyList<OpenedRow> Made);
