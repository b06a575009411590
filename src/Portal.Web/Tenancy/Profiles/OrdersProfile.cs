using Portal.Rules.Orders;
using Portal.Web.Data.Entities;

namespace Portal.Web.Tenancy.Profiles;

/// <summary>How a tenant sells (ORDER).</summary>
/// <param name="Seller">Stands on every document.</param>
/// <param name="TaxRates">By class and day; at least one of each class, from before the first order.</param>
/// <param name="TaxRounding">What becomes of fractions of a yen, once for each rate of a document.</param>
/// <param name="QuoteDays">For how long the prices of a quote hold.</param>
/// <param name="DaysAhead">How many days a delivery needs.</param>
public sealed record OrdersProfile(SellerProfile Seller, IReadOnlyList<TaxRateProfile> TaxRates,
    TaxRounding TaxRounding = TaxRounding.Down, int QuoteDays = 30, int DaysAhead = 3)
{
    /// <summary>The rate of a class on a day.</summary>
    public TaxRate RateOf(TaxClass taxClass, DateOnly day) => TaxRate.OfPercent(TaxRates
        .Where(rate => rate.Class == taxClass && rate.From <= day).MaxBy(rate => rate.From)?.Percent
        ?? throw new InvalidOperationException($"The profile names no tax rate of the class {taxClass} for {day:o}."));
}

/// <param name="RegistrationNumber">As an issuer of qualified invoices: T and 13 digits.</param>
public sealed record SellerProfile(LocalText Name, LocalText Address, string RegistrationNumber, string? Phone = null);

/// <param name="From">The first day, where the seller is.</param>
public sealed record TaxRateProfile(TaxClass Class, DateOnly From, int Percent);
