using Portal.Rules.Cases;

namespace Portal.Rules.Tests.Cases;

public sealed class CannedTextTests
{
    private static readonly CannedFacts Facts = new("佐藤 花子", "CS0000012", "件名 {agent}", "支援 太郎");

    [Theory]
    [InlineData("", "")]
    [InlineData("そのまま", "そのまま")]
    [InlineData("{contact}様", "佐藤 花子様")]
    [InlineData("{number}：{subject}", "CS0000012：件名 {agent}")]
    [InlineData("{agent}{agent}", "支援 太郎支援 太郎")]
    [InlineData("{Contact} {other} { contact } {", "{Contact} {other} { contact } {")]
    [InlineData("{{contact}}", "{佐藤 花子}")]
    [InlineData("{contact", "{contact")]
    public void ADMIN_5_PlacesAreFilledOnce_AndOtherBracesStay(string text, string filled) =>
        CannedText.Fill(text, Facts).ShouldBe(filled);

    [Fact]
    public void ADMIN_5_WhatACustomerTyped_MakesNoLinkOfTheProviders() => CannedText.Fill("「{subject}」",
        Facts with { Subject = "[ここ](https://evil.example) <b>*太字*" }).ShouldBe(@"「\[ここ\](https://evil.example) \<b\>\*太字\*」");

    [Theory]
    [InlineData(null, "定型")]
    [InlineData(" \n", "定型")]
    [InlineData("書きかけ\n", "書きかけ\n\n定型")]
    public void ADMIN_5_WhatWasTypedStaysAbove(string? typed, string text) => CannedText.Below(typed, "定型").ShouldBe(text);
}
