using Portal.Rules.Orders;

namespace Portal.Web.Features.Shared.Orders;

/// <summary>Sums by rate.</summary>
/// <param name="Label">What the total is of.</param>
public sealed record TotalsModel(DocumentTotals Totals, string Label);
