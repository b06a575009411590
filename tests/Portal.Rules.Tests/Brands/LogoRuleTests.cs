using Portal.Rules.Brands;

namespace Portal.Rules.Tests.Brands;

public sealed class LogoRuleTests
{
    [Theory]
    [InlineData(64, 64, 1, null)]
    [InlineData(320, 64, 262_144, null)]
    [InlineData(4096, 4096, 262_144, null)]
    [InlineData(32, 64, 1, null)]
    [InlineData(64, 63, 1, LogoFault.TooLow)]
    [InlineData(321, 64, 1, LogoFault.TooWide)]
    [InlineData(31, 64, 1, LogoFault.TooTall)]
    [InlineData(64, 64, 262_145, LogoFault.TooLarge)]
    [InlineData(1, 1, 1, LogoFault.TooLow)]
    public void ADMIN_10_WhichPicturesCanBeALogo(int width, int height, int size, LogoFault? fault) =>
        LogoRule.FaultOf(width, height, size).ShouldBe(fault);

    [Theory]
    [InlineData(64, 64, 32)]
    [InlineData(320, 64, 160)]
    [InlineData(100, 200, 16)]
    [InlineData(333, 100, 107)]
    [InlineData(65, 4096, 1)]
    public void ADMIN_10_ItIsDrawnAsHighAsTheHeader_InItsOwnProportion(int width, int height, int drawn) =>
        LogoRule.DrawnWidth(width, height).ShouldBe(drawn);
}
