using Portal.Web.Data.Entities;

namespace Portal.Web.Tenancy.Profiles;

/// <summary>Whether a tenant that sells says as whom, and at which rates.</summary>
internal static class OrdersProfileCheck
{
    private const int DigitsOfRegistration = 13;
    private const int MostDays = 366;

    /// <summary>Nothing was ordered before.</summary>
    private static readonly DateOnly Before = new(2020, 1, 1);

    public static IEnumerable<ProfileProblem> Problems(TenantProfile profile)
    {
        if (profile.Orders is not { } orders)
        {
            return profile.Features.Contains(TenantFeatures.Orders)
                ? [new("orders", "the feature \"orders\" needs this part.")]
                : [];
        }

        return [.. Seller(orders.Seller), .. Rates(orders), .. Days(orders)];
    }

    private static IEnumerable<ProfileProblem> Seller(SellerProfile seller) =>
        seller.RegistrationNumber is { Length: DigitsOfRegistration + 1 } and ['T', ..]
            && seller.RegistrationNumber.Skip(1).All(char.IsAsciiDigit)
            ? []
            : [new("orders.seller.registrationNumber", "T and 13 digits.")];

    private static IEnumerable<ProfileProblem> Rates(OrdersProfile orders)
    {
        if (orders.TaxRates.Any(rate => rate.Percent is < 0 or > 100))
        {
            yield return new("orders.taxRates", "whole per cent from 0 to 100.");
        }

        foreach (var taxClass in Enum.GetValues<TaxClass>().Where(each => !orders.TaxRates.Any(rate =>
            rate.Class == each && rate.From <= Before)))
        {
            yield return new("orders.taxRates", $"a rate of the class \"{taxClass}\" from {Before:o} or before.");
        }

        if (orders.TaxRates.DistinctBy(rate => (rate.Class, rate.From)).Count() != orders.TaxRates.Count)
        {
            yield return new("orders.taxRates", "one rate for a class and day.");
        }
    }

    private static IEnumerable<ProfileProblem> Days(OrdersProfile orders)
    {
        if (orders.QuoteDays is < 1 or > MostDays)
        {
            yield return new("orders.quoteDays", "1 to 366 days.");
        }

        if (orders.DaysAhead is < 0 or > MostDays / 2)
        {
            yield return new("orders.daysAhead", "0 to 183 days.");
        }
    }
}
