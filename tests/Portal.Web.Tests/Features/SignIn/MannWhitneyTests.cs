namespace Portal.Web.Tests.Features.SignIn;

/// <summary>The timing test is only as good as its statistics.</summary>
public sealed class MannWhitneyTests
{
    [Fact]
    public void EN_02_SamplesOfOneDistributionDoNotDiffer() => MannWhitney.TwoSided(Samples(1, 0), Samples(2, 0)).ShouldBeGreaterThan(0.01);

    [Fact]
    public void EN_02_AShiftOfHalfTheSpreadIsFound() => MannWhitney.TwoSided(Samples(1, 0), Samples(2, 0.15)).ShouldBeLessThan(0.01);

    private static List<double> Samples(int seed, double shift)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, 200).Select(_ => random.NextDouble() + shift)];
    }
}
