using System.Text;
using Portal.Rules.SecondFactors;

namespace Portal.Rules.Tests.SecondFactors;

public sealed class Base32Tests
{
    /// <summary>RFC 4648, section 10, without padding.</summary>
    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void MFA_3_TheTextIsThatOfTheStandard_BothWays(string bytes, string text)
    {
        Base32.Encode(Encoding.ASCII.GetBytes(bytes)).ShouldBe(text);
        Base32.Decode(text).ShouldBe(Encoding.ASCII.GetBytes(bytes));
    }

    [Theory]
    [InlineData("mzxw 6ytb oi")]
    [InlineData("MZXW-6YTB-OI")]
    public void MFA_3_CaseBlanksAndHyphensDoNotMatter(string typed) => Base32.Decode(typed).ShouldBe(Encoding.ASCII.GetBytes("foobar"));

    [Theory]
    [InlineData("MZXW0YTB")]
    [InlineData("MZXW1YTB")]
    [InlineData("MZXW6YT=")]
    [InlineData("あ")]
    public void MFA_3_AnotherCharacter_IsRefused(string typed) => Base32.Decode(typed).ShouldBeNull();

    [Fact]
    public void MFA_3_EveryByteComesBack()
    {
        var all = Enumerable.Range(0, 256).Select(value => (byte)value).ToArray();
        Base32.Decode(Base32.Encode(all)).ShouldBe(all);
    }

    [Fact]
    public void MFA_3_TheKeyIsReadInGroupsOfFour() => Base32.InGroups("JBSWY3DPEHPK3PXP").ShouldBe("JBSW Y3DP EHPK 3PXP");
}
