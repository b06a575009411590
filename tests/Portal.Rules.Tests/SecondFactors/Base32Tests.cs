using Portal.Rules.SecondFactors;

namespace Portal.Rules.Tests.SecondFactors;

public sealed class Base32Tests
{
    [Theory]
    [InlineData("", true)]
    [InlineData("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", true)]
    [InlineData("MZXW0YTB", false)]
    [InlineData("MZXW1YTB", false)]
    [InlineData("MZXW8YTB", false)]
    [InlineData("MZXW6YT=", false)]
    [InlineData("MZXW 6YT", false)]
    [InlineData("mzxw6ytb", false)]
    [InlineData("あ", false)]
    public void MFA_3_LettersAndSixDigits_AreBase32(string text, bool expected) => Base32.Spells(text).ShouldBe(expected);

    [Fact]
    public void MFA_3_TheKeyIsReadInGroupsOfFour() => Base32.InGroups("JBSWY3DPEHPK3PXP").ShouldBe("JBSW Y3DP EHPK 3PXP");
}
