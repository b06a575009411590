using Portal.Rules.Text;

namespace Portal.Rules.Tests.Text.Search;

public sealed class SearchPhraseTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \u3000 ")]
    public void CASE_5_NothingIsNothing(string? typed)
    {
        SearchPhrase.Read(typed).Words.ShouldBeEmpty();
        SearchPhrase.Read(typed).Problem.ShouldBeNull();
    }

    [Theory]
    [InlineData("vpn", "vpn")]
    [InlineData("ＶＰＮ", "vpn")]
    [InlineData("請求", "請求")]
    [InlineData("めも", "メモ")]
    [InlineData("ﾒﾓ", "メモ")]
    [InlineData("𠮷野", "𠮷野")]
    [InlineData("CS0000012", "cs0000012")]
    [InlineData("100%", "100%")]
    [InlineData("VPN　請求 VPN", "vpn|請求")]
    public void CASE_5_IV_03_WordsAreFolded(string typed, string words)
    {
        SearchPhrase.Read(typed).Problem.ShouldBeNull();
        SearchPhrase.Read(typed).Words.ShouldBe(words.Split('|'));
    }

    [Theory]
    [InlineData("々", true)]
    [InlineData("〇", true)]
    [InlineData("ぁ", true)]
    [InlineData("ヿ", true)]
    [InlineData("ㇰ", true)]
    [InlineData("㐀", true)]
    [InlineData("鿿", true)]
    [InlineData("𠀀", true)]
    [InlineData("a", false)]
    [InlineData("9", false)]
    [InlineData("ㄱ", false)]
    [InlineData("한", false)]
    [InlineData("ꀀ", false)]
    [InlineData("・", false)]
    [InlineData("、", false)]
    public void CASE_5_TwoSigns_AreEnoughOfKanjiAndKanaAlone(string sign, bool isEnough) =>
        SearchPhrase.Read(sign + "山").Problem.ShouldBe(isEnough ? null : SearchProblem.TooShort);

    [Theory]
    [InlineData("vp", SearchProblem.TooShort)]
    [InlineData("請", SearchProblem.TooShort)]
    [InlineData("請A", SearchProblem.TooShort)]
    [InlineData("%", SearchProblem.TooShort)]
    [InlineData("ab%%%%", SearchProblem.TooShort)]
    [InlineData("請求 x", SearchProblem.TooShort)]
    [InlineData("aaa bbb ccc ddd eee fff ggg hhh iii", SearchProblem.TooMany)]
    [InlineData("abc\0def", SearchProblem.NotAText)]
    public void CASE_5_RX_07_TooLittleOrTooMuchIsRefused(string typed, SearchProblem problem)
    {
        SearchPhrase.Read(typed).Problem.ShouldBe(problem);
        SearchPhrase.Read(typed).Words.ShouldBeEmpty();
    }

    [Fact]
    public void RX_07_SignsAloneAreNoWord_AndLengthIsBounded()
    {
        SearchPhrase.Read(new string('%', 100)).Problem.ShouldBe(SearchProblem.TooShort);
        SearchPhrase.Read("abc" + '\uD800').Problem.ShouldBe(SearchProblem.NotAText);
        SearchPhrase.Read(new string('a', 100)).Problem.ShouldBeNull();
        SearchPhrase.Read(new string('a', 101)).Problem.ShouldBe(SearchProblem.NotAText);
    }
}
