using FsCheck;
using FsCheck.Fluent;
using Portal.Rules.Text;
using Shouldly;

namespace Portal.Rules.Tests.Text;

public sealed class PostalCodeTests
{
    [Theory]
    [InlineData("5300001", "5300001")]
    [InlineData("530-0001", "5300001")]
    [InlineData("５３０－０００１", "5300001")]
    [InlineData("530ー0001", "5300001")]
    [InlineData("〒530-0001", "5300001")]
    [InlineData(" 〒 530 0001 ", "5300001")]
    [InlineData("\u200B530\u22120001", "5300001")]
    [InlineData("", null)]
    [InlineData("530-000", null)]
    [InlineData("530-00011", null)]
    [InlineData("530-000a", null)]
    [InlineData("٥٣٠٠٠٠١", null)]
    [InlineData("530〒0001", null)]
    public void TEXT_1_ORDER_2_APostalCode_IsReadHoweverItIsWritten(string typed, string? code) => PostalCode.Read(typed).ShouldBe(code);

    [Theory]
    [InlineData("5300001", "530-0001")]
    [InlineData("0010000", "001-0000")]
    [InlineData("530000", "530000")]
    [InlineData("530000a", "530000a")]
    [InlineData("", "")]
    public void ORDER_2_ACode_IsShownWithItsHyphen(string code, string shown) => PostalCode.Shown(code).ShouldBe(shown);

    [Fact]
    public void TEXT_3_AnyText_IsSevenDigitsOrNone() =>
        Prop.ForAll(TypedText.Any, text => PostalCode.Read(text) is null or { Length: 7 }).QuickCheckThrowOnFailure();
}
