using Portal.Rules.Cases.Filters;

namespace Portal.Web.Domain.Cases.Filters;

/// <summary>What somebody asks of the cases it sees.</summary>
/// <param name="Words">Each must be in subject, number or what was said.</param>
/// <param name="StartOfDay">When a day begins where the reader is.</param>
public sealed record CaseSearch(CaseConditions Conditions, IReadOnlyList<string> Words, Func<DateOnly, DateTimeOffset> StartOfDay);
