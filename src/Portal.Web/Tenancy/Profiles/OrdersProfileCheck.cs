using System.Globalization;
using System.Text.Json;
using Portal.Web.Data.Entities;
using Portal.Web.Tenancy.Profiles.Faults;

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
                ? [new("orders", "PartNeeded", TenantFeatures.Orders)]
                : [];
        }

        return [.. Seller(orders.Seller), .. Rates(orders), .. Days(orders)];
    }

    private static IEnumerable<ProfileProblem> Seller(SellerProfile seller) =>
        seller.RegistrationNumber is { Length: DigitsOfRegistration + 1 } and ['T', ..]
            && seller.RegistrationNumber.Skip(1).All(char.IsAsciiDigit)
            ? []
            : [new("orders.seller.registrationNumber", "Registration")];

    private static IEnumerable<ProfileProblem> Rates(OrdersProfile orders)
    {
        if (orders.TaxRates.Any(rate => rate.Percent is < 0 or > 100))
        {
            yield return new("orders.taxRates", "TaxPercent");
        }

        foreach (var taxClass in Enum.GetValues<TaxClass>().Where(each => !orders.TaxRates.Any(rate =>
            rate.Class == each && rate.From <= Before)))
        {
            yield return new("orders.taxRates", "TaxMissing", JsonNamingPolicy.CamelCase.ConvertName(taxClass.ToString()),
                Before.ToString("o", CultureInfo.InvariantCulture));
        }

        if (orders.TaxRates.DistinctBy(rate => (rate.Class, rate.From)).Count() != orders.TaxRates.Count)
        {
            yield return new("orders.taxRates", "TaxTwice");
        }
    }

    private static IEnumerable<ProfileProblem> Days(OrdersProfile orders)
    {
        if (orders.QuoteDays is < 1 or > MostDays)
        {
            yield return new("orders.quoteDays", "Days", 1, MostDays);
        }

        if (orders.DaysAhead is < 0 or > MostDays / 2)
        {
            yield return new("orders.daysAhead", "Days", 0, MostDays / 2);
        }
    }
}
