using System.Globalization;
using Microsoft.Extensions.Primitives;
using Portal.Rules.Cases.Filters;
using Portal.Rules.Text;
using Portal.Web.Lists;

namespace Portal.Web.Features.Cases.Index;

/// <summary>
/// Which part of the list one looks at, as it stands in the address: preset, keyword, conditions, order, page size. All
/// of it can be shared as a link.
/// </summary>
public sealed class CaseFilter : ListInput
{
    /// <summary>What a new search keeps of the address.</summary>
    public static readonly string Kept =
        string.Join(',', ["view", "sort", .. Enumerable.Range(0, CaseConditions.MostGroups).Select(CaseConditions.Parameter)]);

    public string? View { get; init; }

    public int? Size { get; init; }

    public string? Q { get; init; }

    /// <summary>Conditions as they were given, group by group.</summary>
    public IReadOnlyList<IReadOnlyList<FilterText>> Texts { get; init; } = [];

    /// <summary>What is not understood is the whole list (IV-09).</summary>
    public CaseView Preset => Enum.GetValues<CaseView>().FirstOrDefault(view => Key(view) == View);

    public int Rows => ListPages.SizeOf(Size);

    public FilterReading Reading => field ??= FilterReader.Read(Texts);

    public CaseConditions Conditions => Reading.Conditions;

    public SearchPhrase Phrase => field ??= SearchPhrase.Read(Q);

    /// <summary>
    /// A condition that is not understood is not left out: the list would show what nobody asked for, and a file would
    /// hold it.
    /// </summary>
    public bool IsUnderstood => Reading.Faults.Count == 0 && Phrase.Problem is null;

    public bool IsNarrowed => !Conditions.IsEmpty || Phrase.Words.Count > 0;

    /// <summary>The address's query in its one form, without the page; empty or with its question mark.</summary>
    public string Query => Compose(Preset, Conditions, Size);

    /// <summary>What is kept under a name: how many rows a page has is the reader's own.</summary>
    public string SavedQuery => Compose(Preset, Conditions, null);

    public static CaseFilter Read(IEnumerable<KeyValuePair<string, StringValues>> query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var given = query.GroupBy(pair => pair.Key, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => group.First().Value, StringComparer.OrdinalIgnoreCase);
        string? Value(string key) => given.TryGetValue(key, out var values) ? values.FirstOrDefault() : null;
        int? Number(string key) =>
            int.TryParse(Value(key), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

        // One group more than there may be, to say so.
        return new CaseFilter
        {
            View = Value("view"),
            Sort = Value("sort"),
            Size = Number("size"),
            Page = Number("page"),
            Q = Given(Value("q")),
            Texts = [.. Enumerable.Range(0, CaseConditions.MostGroups + 1).Select(i => given.GetValueOrDefault(CaseConditions.Parameter(i)))
                .Select(values => values.OfType<string>().Select(FilterText.Parse).ToList())],
        };
    }

    /// <summary>The same conditions in another preset.</summary>
    public string QueryOf(CaseView view) => Compose(view, Conditions, Size);

    /// <summary>Without one condition.</summary>
    public string QueryWithout(int group, int condition) => Compose(Preset, Conditions.Without(group, condition), Size);

    public static string Key(CaseView view) => view switch
    {
        CaseView.Mine => "mine",
        CaseView.Action => "action",
        CaseView.Monthly => "monthly",
        _ => "all",
    };

    private string Compose(CaseView view, CaseConditions conditions, int? size)
    {
        var sort = CaseQuery.Orders.Of(Sort);
        var rows = ListPages.SizeOf(size);
        List<KeyValuePair<string, string?>> parts =
        [
            new("view", view == CaseView.All ? null : Key(view)),
            new("q", Phrase.Words.Count > 0 ? Q : null),
            .. conditions.Parameters.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value)),
            new("sort", sort == CaseQuery.Orders.Of(null) ? null : sort),
            new("size", rows == ListPages.UsualSize ? null : rows.ToString(CultureInfo.InvariantCulture)),
        ];
        return QueryString.Create(parts.Where(part => part.Value is not null)).ToString();
    }
}
