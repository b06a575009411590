using Portal.Rules.Text;
using Shouldly;

namespace Portal.Rules.Tests.Text;

public sealed class CanonicalTextTests
{
    [Theory]
    [InlineData("OP001", "op001")]
    [InlineData("op001 ", "op001")]
    [InlineData("ＯＰ００１", "op001")]
    [InlineData("\u3000OP001\u00A0\t", "op001")]
    [InlineData("ſato", "sato")]
    [InlineData("\u212Aen", "ken")]
    [InlineData("ΣΟΦΟΣ", "σοφοσ")]
    [InlineData("σοφος", "σοφοσ")]
    [InlineData("ﾔﾏﾀﾞ", "ヤマダ")]
    [InlineData("か\u3099", "が")]
    [InlineData("", "")]
    [InlineData(" \u3000 ", "")]
    public void CG_18_EverySpellingOfALoginId_IsOneKey(string typed, string key) => CanonicalText.LoginId(typed).ShouldBe(key);

    [Theory]
    [InlineData("Ｔａｒｏ＠Example.JP", "taro@example.jp")]
    [InlineData(" ſato@example.jp\u3000", "sato@example.jp")]
    public void TR_09_EverySpellingOfAnAddress_IsOneKey(string typed, string key) => CanonicalText.Email(typed).ShouldBe(key);

    [Fact]
    public void TR_09_DotlessI_IsAnotherAddress() => CanonicalText.Email("mıke@example.jp").ShouldNotBe(CanonicalText.Email("mike@example.jp"));

    [Theory]
    [InlineData("06-1234-5678")]
    [InlineData("06 1234 5678")]
    [InlineData("０６－１２３４－５６７８")]
    [InlineData("06ー1234ー5678")]
    [InlineData("06−1234−5678")]
    [InlineData("06‐1234‑5678")]
    [InlineData("06‒1234–5678")]
    [InlineData("06—1234―5678")]
    [InlineData("06ｰ1234\u30005678\u00A0")]
    public void LOGIN_1_EveryHyphenAndBlank_FallsOutOfATelephoneNumber(string typed) => CanonicalText.PhoneNumber(typed).ShouldBe("0612345678");

    [Theory]
    [InlineData(" Ｋｅｙｗｏｒｄ2468\u3000", "Keyword2468")]
    [InlineData("KEYWORD2468", "KEYWORD2468")]
    public void LOGIN_1_AKeyword_KeepsItsCase(string typed, string key) => CanonicalText.Keyword(typed).ShouldBe(key);

    [Theory]
    [InlineData("か\u3099", "が")]
    [InlineData(" Ｐａｓｓ ", " Ｐａｓｓ ")]
    [InlineData("①㈱ﾃｽﾄ", "①㈱ﾃｽﾄ")]
    public void IV_06_APassword_IsComposedAndNothingElse(string typed, string hashed) => CanonicalText.Password(typed).ShouldBe(hashed);

    [Theory]
    [InlineData("123456", "123456")]
    [InlineData("１２３　４５６", "123456")]
    [InlineData(" 123\u00A0456 ", "123456")]
    [InlineData("12345", null)]
    [InlineData("1234567", null)]
    [InlineData("+123456", null)]
    [InlineData("123456\n", null)]
    [InlineData("\t123456", null)]
    [InlineData("12345\0", null)]
    [InlineData("١٢٣٤٥٦", null)]
    [InlineData("", null)]
    public void MF_03_AOneTimeCode_IsSixDigitsOrNothing(string typed, string? code) => CanonicalText.OneTimeCode(typed).ShouldBe(code);

    [Theory]
    [InlineData("　㈱①㍻ ", "㈱①㍻")]
    [InlineData("か\u3099ＡＢ", "がＡＢ")]
    public void IV_03_FreeText_KeepsItsCharacters(string typed, string stored) => CanonicalText.FreeText(typed).ShouldBe(stored);

    [Theory]
    [InlineData("ﾄﾞｺﾓ", "ドコモ")]
    [InlineData("どこも", "ドコモ")]
    [InlineData("と\u3099こも", "ドコモ")]
    [InlineData("が", "カ\u3099")]
    [InlineData("ＶＰＮ", "vpn")]
    [InlineData("わ\u3099", "\u30F7")]
    [InlineData("いすゞ", "イスヾ")]
    [InlineData(" ルータ ", "ルータ")]
    public void IV_03_WidthKanaAndComposition_AreOneSearchHit(string typed, string stored) =>
        CanonicalText.SearchKey(typed).ShouldBe(CanonicalText.SearchKey(stored));

    [Theory]
    [InlineData("ハハ", "ババ")]
    [InlineData("カー", "カ")]
    public void IV_03_DifferentWords_AreDifferentSearchKeys(string one, string other) =>
        CanonicalText.SearchKey(one).ShouldNotBe(CanonicalText.SearchKey(other));

    [Theory]
    [InlineData("やまだ　たろう", "ヤマダ　タロウ")]
    [InlineData("ﾔﾏﾀﾞ ﾀﾛｳ", "ヤマダ タロウ")]
    [InlineData("か\u3099", "ガ")]
    [InlineData("わ\u3099", "\u30F7")]
    [InlineData("㈱Ａｂｃ｡", "㈱Ａｂｃ。")]
    [InlineData(" ヤマダ ", "ヤマダ")]
    public void IV_03_AReading_IsFullWidthKatakana(string typed, string stored) => CanonicalText.Kana(typed).ShouldBe(stored);

    [Theory]
    [InlineData("admin", false)]
    [InlineData("\u0430dmin", true)]
    [InlineData("аптека", false)]
    [InlineData("αdmin", true)]
    [InlineData("admin管理者", false)]
    [InlineData("アドミンadminかな", false)]
    [InlineData("Ｎ0001001", false)]
    [InlineData("müller-01@example.jp", false)]
    [InlineData("Ꭰdmin", true)]
    [InlineData("123-456", false)]
    [InlineData("\u0440a\u03B1", true)]
    [InlineData("한글abc", false)]
    [InlineData("𠮷野a", false)]
    public void IV_05_LookAlikeLettersOfTwoAlphabets_AreNoticed(string text, bool mixed) => CanonicalText.MixesScripts(text).ShouldBe(mixed);
}
