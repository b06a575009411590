using Portal.Rules.SecondFactors;

namespace Portal.Rules.Tests.SecondFactors;

public sealed class RecoveryCodeTextTests
{
    private static readonly byte[] Ten = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

    [Fact]
    public void MFA_1_ACodeHasEightyBitsInFourGroups()
    {
        RecoveryCodeText.Show(Ten).ShouldMatch("^[A-Z2-7]{4}(-[A-Z2-7]{4}){3}$");
        (RecoveryCodeText.Bytes * 8, RecoveryCodeText.PerSet).ShouldBe((80, 10));
    }

    [Theory]
    [InlineData("aeba gbaf aydq qcik")]
    [InlineData(" AEBAGBAFAYDQQCIK\t")]
    [InlineData("ＡＥＢＡ－ＧＢＡＦ－ＡＹＤＱ－ＱＣＩＫ")]
    public void MF_13_WidthCaseAndSeparatorsDoNotMatter(string typed) =>
        RecoveryCodeText.Canonical(typed).ShouldBe(RecoveryCodeText.Canonical(RecoveryCodeText.Show(Ten)));

    [Theory]
    [InlineData("7T1D-AEBA-GBAF-Q470", "7TIDAEBAGBAFQ47O")]
    [InlineData("8888 1111 0000 7777", "BBBBIIIIOOOO7777")]
    public void MF_13_DigitsThatNoCodeHas_AreTheLettersTheyWereReadFor(string typed, string meant) =>
        RecoveryCodeText.Canonical(typed).ShouldBe(meant);

    [Theory]
    [InlineData("")]
    [InlineData("AEBAGBAFAYDQQCI")]
    [InlineData("AEBAGBAFAYDQQCIKA")]
    [InlineData("AEBAGBAFAYDQQCI9")]
    public void MF_13_AnythingElse_IsNoCode(string typed) => RecoveryCodeText.Canonical(typed).ShouldBeNull();
}
