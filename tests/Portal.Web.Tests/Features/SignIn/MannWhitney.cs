namespace Portal.Web.Tests.Features.SignIn;

/// <summary>The rank test of Mann and Whitney, by its normal approximation, which is good from 20 samples on.</summary>
internal static class MannWhitney
{
    /// <returns>How probable so large a difference is by chance, if both come from the same distribution.</returns>
    public static double TwoSided(IReadOnlyCollection<double> one, IReadOnlyCollection<double> other)
    {
        var ranked = one.Select(value => (Value: value, IsOne: true)).Concat(other.Select(value => (Value: value, IsOne: false)))
            .OrderBy(sample => sample.Value).ToList();
        var ranks = ranked.Select((sample, index) => sample.IsOne ? index + 1.0 : 0).Sum();
        var (n, m) = ((double)one.Count, (double)other.Count);
        var u = ranks - (n * (n + 1) / 2);
        var z = (u - (n * m / 2)) / Math.Sqrt(n * m * (n + m + 1) / 12);
        return 2 * (1 - Normal(Math.Abs(z)));
    }

    /// <summary>Abramowitz and Stegun, Handbook of Mathematical Functions, 26.2.17; off by less than 7.5e-8.</summary>
    private static double Normal(double z)
    {
        var t = 1 / (1 + (0.2316419 * z));
        var tail = t * (0.319381530 + (t * (-0.356563782 + (t * (1.781477937 + (t * (-1.821255978 + (t * 1.330274429))))))));
        return 1 - (Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI) * tail);
    }
}
