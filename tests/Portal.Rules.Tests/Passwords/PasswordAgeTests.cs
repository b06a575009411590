using FsCheck;
using FsCheck.Fluent;
using Portal.Rules.Passwords;
using Shouldly;

namespace Portal.Rules.Tests.Passwords;

public sealed class PasswordAgeTests
{
    private static readonly DateTimeOffset Now = new(2026, 4, 1, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(-1, 0, "Fresh")]
    [InlineData(0, 0, "Fresh")]
    [InlineData(52, 86_399, "Fresh")]
    [InlineData(53, 0, "7")]
    [InlineData(53, 1, "7")]
    [InlineData(54, 0, "6")]
    [InlineData(58, 86_399, "2")]
    [InlineData(59, 0, "1")]
    [InlineData(59, 86_399, "1")]
    [InlineData(60, 0, "Expired")]
    [InlineData(61, 0, "Expired")]
    public void PASS_4_SixtyDays_AreCountedFromTheChange(int days, int seconds, string expected)
    {
        var state = PasswordAge.Evaluate(Now.AddDays(-days).AddSeconds(-seconds), Policies.HomePhone, Now);

        state.ShouldBe(expected switch
        {
            "Fresh" => new PasswordAgeState.Fresh(),
            "Expired" => new PasswordAgeState.Expired(),
            _ => new PasswordAgeState.ExpiresSoon(expected[0] - '0'),
        });
    }

    [Fact]
    public void PASS_4_WithoutAMaximumAge_NothingExpires() =>
        PasswordAge.Evaluate(DateTimeOffset.MinValue, Policies.Control, DateTimeOffset.MaxValue).ShouldBe(new PasswordAgeState.Fresh());

    [Fact]
    public void PASS_4_AnyAgeAndPolicy_CountsDownBetweenOneAndTheWarning() =>
        Prop.ForAll<int, int, byte>((ageMinutes, maximum, warning) =>
            PasswordAge.Evaluate(Now.AddMinutes(-ageMinutes), Policies.Control with { MaximumAgeDays = maximum, WarningDays = warning },
                Now)
                is not PasswordAgeState.ExpiresSoon(var left) || (left >= 1 && left <= warning)).QuickCheckThrowOnFailure();
}
