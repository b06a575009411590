using Portal.Rules.Text;
using Portal.Web.Domain.Accounts.Registration;
using Portal.Web.Features.Shared.Details;
using Portal.Web.Forms;

namespace Portal.Web.Features.Operators.Imports;

/// <summary>One row of a file as it was read.</summary>
/// <param name="Line">Its number as the spreadsheet shows it.</param>
public sealed record ImportRow(int Line, string LoginId, DetailsForm Details, string Email, string Keyword)
{
    /// <summary>
    /// Cells without a heading have something in them: a separator inside a text moved all that follows.
    /// </summary>
    public bool HasMore { get; init; }
}

/// <summary>A row that was checked.</summary>
/// <param name="Problems">Empty where it can be registered.</param>
public sealed record CheckedRow(int Line, NewAccount Account, IReadOnlyList<FieldProblem> Problems)
{
    /// <summary>What a column of the file came to; of a keyword only whether there is one.</summary>
    public string Cell(ImportColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        return column.Key switch
        {
            ImportColumn.LoginId => Account.LoginId,
            "FamilyName" => Account.Details.FamilyName,
            "GivenName" => Account.Details.GivenName,
            "FamilyNameKana" => Account.Details.FamilyNameKana,
            "GivenNameKana" => Account.Details.GivenNameKana,
            "Department" => Account.Details.Department,
            "Phone" => Account.Details.Phone,
            "Email" => EmailAddress.Readable(Account.Email) ?? "",
            "ValidUntil" => DetailsWords.Date(Account.Details.ValidUntil),
            _ => "",
        };
    }
}

/// <param name="Columns">Those of the file, in its order.</param>
/// <param name="Problem">What is wrong with the file as a whole; null where its rows could be read.</param>
public sealed record ImportReading(IReadOnlyList<ImportRow> Rows, IReadOnlyList<ImportColumn> Columns, string? Problem)
{
    public static ImportReading Failed(string problem) => new([], [], problem);
}

/// <param name="Content">The rows of the file, encrypted, on their way through the preview; nothing of them is stored
/// before it is confirmed.</param>
public sealed record ImportPreview(
    IReadOnlyList<CheckedRow> Rows, IReadOnlyList<ImportColumn> Columns, string? Problem, string Content, Guid FormId)
{
    public bool IsFit => Problem is null && Rows.Count > 0 && Rows.All(row => row.Problems.Count == 0);
}

public sealed record ImportStart(int Room, IReadOnlyList<string> Columns);
