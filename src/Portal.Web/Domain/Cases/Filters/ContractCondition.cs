using Portal.Rules.Cases.Filters;
using Portal.Rules.Text;
using Portal.Web.Data.Entities;

namespace Portal.Web.Domain.Cases.Filters;

/// <summary>
/// Conditions on the contract of a case. A reader has few contracts, so which of them are meant is settled before the
/// query, which then asks for their ids: no text of the contracts needs a key of its own.
/// </summary>
internal static class ContractCondition
{
    public static bool Is(CaseField field) => field is CaseField.Contract or CaseField.Holder or CaseField.Service;

    /// <summary>The ids of those for which the condition holds.</summary>
    public static List<Guid> Among(IEnumerable<Contract> contracts, FilterCondition condition)
    {
        var key = CanonicalText.SearchKey(condition.Value);
        return [.. contracts.Where(contract => Holds(condition.Operator, CanonicalText.SearchKey(Text(contract, condition.Field)), key))
            .Select(contract => contract.Id)];
    }

    private static string Text(Contract contract, CaseField field) => field switch
    {
        CaseField.Contract => contract.Number,
        CaseField.Holder => contract.Holder?.Name ?? "",
        _ => contract.Service,
    };

    private static bool Holds(FilterOperator compared, string text, string key) => compared switch
    {
        FilterOperator.Is => text == key,
        FilterOperator.IsNot => text != key,
        FilterOperator.Contains => text.Contains(key, StringComparison.Ordinal),
        FilterOperator.Lacks => !text.Contains(key, StringComparison.Ordinal),
        _ => throw new ArgumentOutOfRangeException(nameof(compared)),
    };
}
