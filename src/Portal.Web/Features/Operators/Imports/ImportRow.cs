using Portal.Web.Accounts;

namespace Portal.Web.Features.Operators.Imports;

/// <summary>One row of a file as it was read.</summary>
/// <param name="Line">Where it begins in the file, the headings being line 1.</param>
public sealed record ImportRow(int Line, string LoginId, DetailsForm Details, string Email, string Keyword);

/// <summary>A row that was checked.</summary>
/// <param name="Problems">Empty where it can be registered.</param>
public sealed record CheckedRow(int Line, NewAccount Account, IReadOnlyList<InputProblem> Problems);

/// <param name="Problem">What is wrong with the file as a whole; null where its rows could be read.</param>
public sealed record ImportReading(IReadOnlyList<ImportRow> Rows, string? Problem)
{
    public static ImportReading Failed(string problem) => new([], problem);
}

/// <param name="Content">The file, encrypted, on its way through the preview; nothing of it is stored before it is confirmed.</param>
public sealed record ImportPreview(IReadOnlyList<CheckedRow> Rows, string? Problem, string Content, Guid FormId)
{
    public bool IsFit => Problem is null && Rows.Count > 0 && Rows.All(row => row.Problems.Count == 0);
}

public sealed record ImportStart(int Room, IReadOnlyList<string> Columns);

/// <param name="Passwords">First passwords by ID; empty once they were shown.</param>
public sealed record ImportResult(IReadOnlyList<(string LoginId, string Password)> Passwords, DateTimeOffset? ExpiresAt);
