using Portal.Rules.SecondFactors;

namespace Portal.Rules.Tests.SecondFactors;

public sealed class TotpTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 13, 1, 0, 15, TimeSpan.Zero);

    private static readonly long Present = Totp.StepAt(Now);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(29, 0)]
    [InlineData(30, 1)]
    [InlineData(1111111109, 37037036)]
    public void MFA_1_AStepLastsThirtySeconds(long seconds, long step) =>
        Totp.StepAt(DateTimeOffset.FromUnixTimeSeconds(seconds)).ShouldBe(step);

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void MF_02_OneStepOfDriftIsAccepted(int drift, bool accepted) =>
        Totp.Accepts(Present + drift, Now, lastStep: null).ShouldBe(accepted);

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void MF_02_AfterAStep_OnlyALaterOneIsAccepted(int drift, bool accepted) =>
        Totp.Accepts(Present + drift, Now, lastStep: Present).ShouldBe(accepted);

    [Fact]
    public void MF_02_AsManyCodesLiveAsStepsAreAccepted() =>
        Enumerable.Range(-10, 21).Count(drift => Totp.Accepts(Present + drift, Now, lastStep: null)).ShouldBe((2 * Totp.Drift) + 1);
}
