using Portal.Rules.LinkedAdministrators;

namespace Portal.Rules.Tests.LinkedAdministrators;

public sealed class ConsentRulesTests
{
    private static readonly DateTimeOffset CutOff = new(2026, 4, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly ConsentPolicy Policy = new("provider.example.jp", CutOff, "2026-04");

    [Theory]
    [InlineData("taro@provider.example.jp", -1, true)]
    [InlineData("taro@PROVIDER.example.jp", -1, true)]
    [InlineData("taro@provider.example.jp", 0, false)]
    [InlineData("taro@provider.example.jp", 1, false)]
    [InlineData("taro@sub.provider.example.jp", -1, false)]
    [InlineData("taro@notprovider.example.jp", -1, false)]
    [InlineData("taro@other.example.jp", -1, false)]
    [InlineData("provider.example.jp@other.example.jp", -1, false)]
    [InlineData(null, -1, false)]
    public void LINK_3_ConsentConcerns_OlderAccountsOfTheOwnDomain(string? address, int days, bool concerned) =>
        ConsentRules.Concerns(Policy, address, CutOff.AddDays(days)).ShouldBe(concerned);

    [Fact]
    public void LINK_3_WithoutTerms_NobodyIsConcerned() =>
        ConsentRules.Concerns(null, "taro@provider.example.jp", CutOff.AddYears(-1)).ShouldBeFalse();
}
