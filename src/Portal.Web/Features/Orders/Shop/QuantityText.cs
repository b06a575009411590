using System.Globalization;
using Portal.Rules.Orders;
using Portal.Rules.Text;

namespace Portal.Web.Features.Orders.Shop;

/// <summary>A number of pieces as people type it, in digits of either width.</summary>
internal static class QuantityText
{
    /// <returns>0 to as many as one order takes; null for anything else.</returns>
    public static int? Read(string? typed) =>
        int.TryParse(CanonicalText.Identifier(typed ?? ""), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
        && count <= OrderLimits.Quantity
            ? count
            : null;
}
