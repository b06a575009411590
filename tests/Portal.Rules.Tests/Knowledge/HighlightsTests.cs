using Portal.Rules.Knowledge;
using Portal.Rules.Text;

namespace Portal.Rules.Tests.Knowledge;

public sealed class HighlightsTests
{
    [Theory]
    [InlineData("VPNの設定", "vpn", "[VPN]の設定")]
    [InlineData("ＶＰＮの設定", "vpn", "[ＶＰＮ]の設定")]
    [InlineData("レポートの見方", "れぽーと", "[レポート]の見方")]
    [InlineData("ﾚﾎﾟｰﾄの見方", "レポート", "[ﾚﾎﾟｰﾄ]の見方")]
    [InlineData("ｶﾞｲﾄﾞ", "ガイド", "[ｶﾞｲﾄﾞ]")]
    [InlineData("㈱の表記", "株", "[㈱]の表記")]
    [InlineData("Straße", "strasse", "Straße")]
    [InlineData("ログの転送とログの保存", "ログ 転送", "[ログ]の[転送]と[ログ]の保存")]
    [InlineData("検知ルール", "検知 知ル", "[検知ル]ール")]
    [InlineData("<b>ログ</b>", "ログ", "<b>[ログ]</b>")]
    [InlineData("何もない", "ログ", "何もない")]
    [InlineData("", "ログ", "")]
    [InlineData("空の条件", "", "空の条件")]
    public void KNOW_2_MatchesAreMarked_HoweverTheyAreWritten(string text, string words, string marked)
    {
        var parts = Highlights.Of(text, Keys(words));

        string.Concat(parts.Select(part => part.Text)).ShouldBe(text, "nothing of the text is lost");
        string.Concat(parts.Select(part => part.IsMatch ? $"[{part.Text}]" : part.Text)).ShouldBe(marked);
    }

    [Fact]
    public void KNOW_2_OfALongText_ThePartAroundTheFirstMatchIsShown()
    {
        var text = new string('あ', 300) + "証明書の期限" + new string('い', 300);

        var shown = string.Concat(Highlights.Around(text, Keys("証明書"), 80).Select(part => part.IsMatch ? $"[{part.Text}]" : part.Text));

        shown.ShouldStartWith("…ああ");
        shown.ShouldContain("[証明書]の期限");
        shown.ShouldEndWith("…");
        shown.Length.ShouldBeLessThan(90);
    }

    [Theory]
    [InlineData("証明書の期限", "証明書", "[証明書]の期限")]
    [InlineData("何もない", "ログ", "何もない")]
    public void KNOW_2_WhatIsShownFromItsBeginning_HasNothingInFront(string text, string words, string shown) =>
        string.Concat(Highlights.Around(text, Keys(words), 80).Select(part => part.IsMatch ? $"[{part.Text}]" : part.Text)).ShouldBe(shown);

    [Theory]
    [InlineData(40, "")]
    [InlineData(41, "…")]
    public void KNOW_2_FortyCharactersInFrontOfAMatch_AreShown(int before, string front) =>
        Highlights.Around(new string('あ', before) + "ログ", Keys("ログ"), 80)[0].Text.ShouldBe(front.Length > 0 ? front : new string('あ', 40));

    [Theory]
    [InlineData("ログの\u3000転送", "の 転", "ログ[の\u3000転]送")]
    [InlineData("a\tb", "a b", "[a\tb]")]
    public void KNOW_2_ASpaceIsASpace_HoweverItIsWritten(string text, string word, string marked) =>
        string.Concat(Highlights.Of(text, [CanonicalText.SearchKey(word)]).Select(part => part.IsMatch ? $"[{part.Text}]" : part.Text))
            .ShouldBe(marked);

    [Fact]
    public void KNOW_2_NoCharacterIsCutInHalf()
    {
        for (var before = 35; before < 50; before++)
        {
            var text = string.Concat(Enumerable.Repeat("𠮷", before)) + "ログ" + string.Concat(Enumerable.Repeat("𠮷", 60));
            var shown = string.Concat(Highlights.Around(text, Keys("ログ"), 61).Select(part => part.Text));
            shown.EnumerateRunes().ShouldAllBe(rune => rune.Value != 0xFFFD);
        }
    }

    private static string[] Keys(string words) =>
        [.. words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(CanonicalText.SearchKey)];
}
