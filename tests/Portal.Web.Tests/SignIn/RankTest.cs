namespace Portal.Web.Tests.SignIn;

/// <summary>Mann–Whitney's U test, two-sided, by the normal approximation (samples of 20 and more).</summary>
internal static class RankTest
{
    public static double PValue(IReadOnlyList<double> first, IReadOnlyList<double> second)
    {
        var u = first.Sum(a => second.Sum(b => a > b ? 1.0 : a < b ? 0.0 : 0.5));
        double n = first.Count, m = second.Count;
        var z = (u - (n * m / 2)) / Math.Sqrt(n * m * (n + m + 1) / 12);
        return 2 * (1 - Normal(Math.Abs(z)));
    }

    /// <summary>The standard normal distribution function (Abramowitz and Stegun 26.2.17, error below 7.5e-8).</summary>
    private static double Normal(double x)
    {
        var t = 1 / (1 + (0.2316419 * x));
        var density = Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI);
        return 1 - (density * t * (0.319381530 + (t * (-0.356563782 + (t * (1.781477937 + (t * (-1.821255978 + (t * 1.330274429)))))))));
    }
}
