using Microsoft.Extensions.Localization;
using Portal.Rules.Cases;
using Portal.Web.Features.Shared.Cases;
using Portal.Web.Lists;

namespace Portal.Web.Features.Cases.Index;

/// <summary>The columns of the list of cases (CASE-5).</summary>
public sealed class CaseColumns(CaseWords words, IStringLocalizer<CasesText> text)
{
    /// <summary>
    /// On the screen: number, holder and service of the contract are the same in all rows, and stand above them.
    /// </summary>
    public IReadOnlyList<ListColumn<CaseRow>> OnScreen => [.. What(Tags), .. Who];

    /// <summary>
    /// In a file, where each row stands by itself. Its columns hold one fact each, and none of what the reader has
    /// read.
    /// </summary>
    public IReadOnlyList<ListColumn<CaseRow>> All =>
    [
        .. What(row => [words.Tag(row.Status, CaseSide.Customer)]),
        new(text["Confidential"], row => new ListCell.Text(row.IsConfidential ? text["Yes"].Value : null)),
        .. Whose, .. Who,
    ];

    private IReadOnlyList<ListColumn<CaseRow>> What(Func<CaseRow, IEnumerable<ListTag>> status) =>
    [
        new(text["Number"], row => Link(row, new ListCell.Whole(CaseNumber.Of(row.Number)))) { Order = "number" },
        new(text["Status"], row => new ListCell.Tags([.. status(row)])) { Order = "status" },
        new(text["Kind"], row => new ListCell.Text(words.Kind(row.Kind))) { Order = "category" },
        new(text["Subject"], row => Link(row, new ListCell.Text(row.Subject))) { Order = "subject", NamesRow = true },
    ];

    private IReadOnlyList<ListColumn<CaseRow>> Whose =>
    [
        new(text["ContractNumber"], row => new ListCell.Whole(row.Contract)) { Order = "contract" },
        new(text["Holder"], row => new ListCell.Text(row.Holder)) { Order = "holder" },
        new(text["Service"], row => new ListCell.Text(row.Service)) { Order = "service" },
    ];

    private IReadOnlyList<ListColumn<CaseRow>> Who =>
    [
        new(text["Contact"], row => new ListCell.Text(row.Contact.Length > 0 ? row.Contact : null)) { Order = "contact" },
        new(text["Updated"], row => new ListCell.Moment(row.UpdatedAt)) { Order = "-updated", HoldsMoments = true },
    ];

    private static ListCell.Link Link(CaseRow row, ListCell shown) => new(CasePaths.Show(row.Number), shown);

    private IEnumerable<ListTag> Tags(CaseRow row)
    {
        yield return words.Tag(row.Status, CaseSide.Customer);
        if (row.IsConfidential)
        {
            yield return new ListTag(text["Confidential"], "purple");
        }

        if (row.IsNew)
        {
            yield return new ListTag(text["NewSince"], "info");
        }
    }
}
