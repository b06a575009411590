using Portal.Rules.SecondFactors;

namespace Portal.Rules.Tests.SecondFactors;

public sealed class RecoveryCodeTextTests
{
    private const string Ten = "AEBAGBAFAYDQQCIK";

    [Fact]
    public void MFA_1_ACodeHasEightyBitsInFourGroups()
    {
        RecoveryCodeText.Show(Ten).ShouldBe("AEBA-GBAF-AYDQ-QCIK");
        (RecoveryCodeText.Bytes * 8, Ten.Length * 5, RecoveryCodeText.PerSet).ShouldBe((80, 80, 10));
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
