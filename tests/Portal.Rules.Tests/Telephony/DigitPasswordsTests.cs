using Portal.Rules.Telephony;
using Shouldly;

namespace Portal.Rules.Tests.Telephony;

public sealed class DigitPasswordsTests
{
    [Theory]
    [InlineData("20481593", null)]
    [InlineData("11111112", null)]
    [InlineData("12345679", null)]
    [InlineData("13579135", null)]
    [InlineData("00000000", DigitWeakness.OneDigit)]
    [InlineData("99999999", DigitWeakness.OneDigit)]
    [InlineData("12345678", DigitWeakness.Sequence)]
    [InlineData("87654321", DigitWeakness.Sequence)]
    [InlineData("01234567", DigitWeakness.Sequence)]
    [InlineData("67890123", DigitWeakness.Sequence)]
    [InlineData("32109876", DigitWeakness.Sequence)]
    [InlineData("76543210", DigitWeakness.Sequence)]
    [InlineData("06204815", DigitWeakness.OwnNumber)]
    [InlineData("62048159", DigitWeakness.OwnNumber)]
    [InlineData("20481599", DigitWeakness.OwnNumber)]
    [InlineData("2048159", DigitWeakness.Length)]
    [InlineData("204815930", DigitWeakness.Length)]
    [InlineData("2048159*", DigitWeakness.Length)]
    [InlineData("２０４８１５９３", DigitWeakness.Length)]
    [InlineData("", DigitWeakness.Length)]
    public void CALL_3_IV_W05_WeakDigits_AreRefused(string digits, DigitWeakness? expected) =>
        DigitPasswords.Find(new CallEntry(digits, false, false), "0620481599").ShouldBe(expected);

    [Fact]
    public void CALL_3_IV_W05_TheLastOne_IsRefused() =>
        DigitPasswords.Find(new CallEntry("20481593", IsLastTemporary: true, false), "0612345678").ShouldBe(DigitWeakness.LastTemporary);

    [Fact]
    public void IV_W08_AnEntry_DoesNotTellItsDigits() => new CallEntry("20481593", false, false).ToString().ShouldNotContain("2048");
}
