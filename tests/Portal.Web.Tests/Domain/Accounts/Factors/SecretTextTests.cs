using System.Text;
using Portal.Web.Domain.Accounts.Factors;

namespace Portal.Web.Tests.Domain.Accounts.Factors;

public sealed class SecretTextTests
{
    /// <summary>RFC 4648, section 10, without padding.</summary>
    [Theory]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void MFA_3_TheTextIsThatOfTheStandard_BothWays(string bytes, string text)
    {
        SecretText.Of(Encoding.ASCII.GetBytes(bytes)).ShouldBe(text);
        SecretText.Read(text).ShouldBe(Encoding.ASCII.GetBytes(bytes));
    }

    [Theory]
    [InlineData("mzxw 6ytb oi")]
    [InlineData("MZXW-6YTB-OI")]
    public void MFA_3_CaseBlanksAndHyphensDoNotMatter(string typed) => SecretText.Read(typed).ShouldBe(Encoding.ASCII.GetBytes("foobar"));

    [Theory]
    [InlineData("MZXW0YTB")]
    [InlineData("MZXW1YTB")]
    [InlineData("あ")]
    public void MFA_3_AnotherCharacter_IsRefused(string typed) => Should.Throw<ArgumentException>(() => SecretText.Read(typed));

    [Fact]
    public void MFA_3_EveryByteComesBack()
    {
        var all = Enumerable.Range(0, 256).Select(value => (byte)value).ToArray();
        SecretText.Read(SecretText.Of(all)).ShouldBe(all);
    }
}
