using Portal.Rules.LinkedAdministrators;

namespace Portal.Rules.Tests.LinkedAdministrators;

public sealed class ConsentRulesTests
{
    private static readonly DateTimeOffset CutOff = new(2026, 4, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly ConsentPolicy Policy = new("provider.example.jp", CutOff, "2026-04");

    [Theory]
    [InlineData("taro@provider.example.jp", -1, null, true)]
    [InlineData("taro@PROVIDER.example.jp", -1, null, true)]
    [InlineData("taro@provider.example.jp", -1, "2025-01", true)]
    [InlineData("taro@provider.example.jp", -1, "2026-04", false)]
    [InlineData("taro@provider.example.jp", 0, null, false)]
    [InlineData("taro@provider.example.jp", 1, null, false)]
    [InlineData("taro@sub.provider.example.jp", -1, null, false)]
    [InlineData("taro@notprovider.example.jp", -1, null, false)]
    [InlineData("taro@other.example.jp", -1, null, false)]
    [InlineData("provider.example.jp@other.example.jp", -1, null, false)]
    [InlineData(null, -1, null, false)]
    public void LINK_3_ConsentIsAsked_OfOlderAccountsOfTheOwnDomainOnce(string? address, int days, string? accepted, bool asked) =>
        ConsentRules.IsAsked(Policy, address, CutOff.AddDays(days), accepted).ShouldBe(asked);

    [Fact]
    public void LINK_3_WithoutTerms_NobodyIsAsked() =>
        ConsentRules.IsAsked(null, "taro@provider.example.jp", CutOff.AddYears(-1), null).ShouldBeFalse();
}
