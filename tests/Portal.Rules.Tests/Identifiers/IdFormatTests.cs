using Portal.Rules.Identifiers;

namespace Portal.Rules.Tests.Identifiers;

public sealed class IdFormatTests
{
    [Theory]
    [InlineData("A0000000", "N0001234", true)]
    [InlineData("A0000000", "n0001234", true)]
    [InlineData("A0000000", "N000123", false)]
    [InlineData("A0000000", "00001234", false)]
    [InlineData("A0000000", "N000123x", false)]
    [InlineData("A0000000", "N000123１", false)]
    [InlineData("r-00", "R-12", true)]
    [InlineData("r-00", "R_12", false)]
    public void OPER_5_A_new_ID_fits_the_tenants_format_or_not(string format, string id, bool fits) =>
        IdFormat.Fits(format, id).ShouldBe(fits);

    [Theory]
    [InlineData("00000000", "12345678\n")]
    [InlineData("A0000000", "N0001234\n")]
    [InlineData("A0000000", "\nN0001234")]
    public void IV_15_ALineBreakBesideAnIDIsPartOfIt(string format, string id) => IdFormat.Fits(format, id).ShouldBeFalse();

    [Theory]
    [InlineData("A0000000", true)]
    [InlineData("", false)]
    [InlineData("A 00", false)]
    [InlineData("Ａ00", false)]
    [InlineData("!~", true)]
    [InlineData("A\u007F", false)]
    [InlineData("0123456789012345678901234567890123456789", true)]
    [InlineData("01234567890123456789012345678901234567890", false)]
    public void SITE_2_A_format_is_plain_characters(string format, bool usable) => IdFormat.IsUsable(format).ShouldBe(usable);

    [Theory]
    [InlineData("A0000000", "n0001234", "N0001234")]
    [InlineData("r-A0", "R-x1", "r-X1")]
    public void OPER_5_AnIdIsShownAsItsMaskHasIt(string format, string id, string shown) => IdFormat.Shown(format, id).ShouldBe(shown);
}
