using Portal.Rules.Knowledge;

namespace Portal.Rules.Tests.Knowledge;

public sealed class SubjectWordsTests
{
    [Theory]
    [InlineData("VPNに接続できない", "vpn 接続")]
    [InlineData("ＶＰＮに接続できません。", "vpn 接続")]
    [InlineData("月次レポートの見方を教えてください", "レポート 月次 見方")]
    [InlineData("ﾚﾎﾟｰﾄ", "レポート")]
    [InlineData("The VPN is down", "down vpn")]
    [InlineData("How can I change the port?", "change port")]
    [InlineData("Please help, this does not work and I don't know why", "know work")]
    [InlineData("You are not able to", "able")]
    [InlineData("What is this for?", "")]
    [InlineData("VPN VPN vpn", "vpn")]
    [InlineData("を教えてください", "")]
    [InlineData("佐々木㐀䶿一鿿", "佐々木㐀䶿一鿿")]
    [InlineData("ァーァ", "ァーァ")]
    [InlineData("aaaaaaaaaabbbbbbbbbbaaaaaaaaaabbbbbbbbbb", "aaaaaaaaaabbbbbbbbbbaaaaaaaaaabbbbbbbbbb")]
    [InlineData("aaaaaaaaaabbbbbbbbbbaaaaaaaaaabbbbbbbbbbc", "")]
    [InlineData("IP", "")]
    [InlineData("  ", "")]
    [InlineData(null, "")]
    public void KNOW_3_TheWordsOfASubject(string? subject, string words) =>
        SubjectWords.Of(subject).Order(StringComparer.Ordinal)
            .ShouldBe(words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("port", "the port is closed", true)]
    [InlineData("port", "ports", true)]
    [InlineData("port", "support", false)]
    [InlineData("port", "support of ports", true)]
    [InlineData("port", "ポートport", true)]
    [InlineData("port", "8port", false)]
    [InlineData("vpn", "「vpn」の設定", true)]
    [InlineData("接続", "未接続", true)]
    [InlineData("レポート", "月次レポート", true)]
    [InlineData("port", "", false)]
    public void KNOW_3_LettersBeginAWord_OtherScriptsStandAnywhere(string word, string key, bool isIn) =>
        SubjectWords.IsIn(word, key).ShouldBe(isIn);

    [Fact]
    public void KNOW_3_ALongSubject_HasItsLongestWords()
    {
        var words = SubjectWords.Of("証明書の更新後に管理画面のダッシュボードで検知件数とアラート通知先が表示されない");

        words.Count.ShouldBe(SubjectWords.Most);
        words[0].ShouldBe("ダッシュボード");
        words.ShouldBe(words.OrderByDescending(word => word.Length));
    }

    [Fact]
    public void KNOW_3_WhatNobodyTypes_IsNoWord() => SubjectWords.Of(new string('a', 500) + "\ud800").ShouldBeEmpty();
}
