using Portal.Rules.Cases;
using Portal.Rules.Text;

namespace Portal.Rules.Tests.Cases;

public sealed class ManyTextTests
{
    private static readonly ManyFacts Facts = new("N1", "{month}*商事", "10月");

    [Theory]
    [InlineData("{month}のレポート（{holder}、{contract}）", "10月のレポート（{month}*商事、N1）")]
    [InlineData("{other} { {contract", "{other} { {contract")]
    [InlineData("", "")]
    public void ADMIN_5_PlacesAreFilledOnce_AndOtherBracesStay(string line, string filled) =>
        ManyText.FillLine(line, Facts).ShouldBe(filled);

    [Fact]
    public void ADMIN_5_InAText_WhatIsFilledInFormatsNothing() =>
        ManyText.FillText("**{month}** {holder}", Facts).ShouldBe("**10月** " + MarkdownText.Plain(Facts.Holder));
}
