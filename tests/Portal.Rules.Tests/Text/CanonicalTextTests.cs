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
    public void TR_09_DotlessI_IsAnotherAddress() =>
        CanonicalText.Email("mıke@example.jp").ShouldNotBe(CanonicalText.Email("mike@example.jp"));

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
    public void LOGIN_1_EveryHyphenAndBlank_FallsOutOfATelephoneNumber(string typed) =>
        CanonicalText.PhoneNumber(typed).ShouldBe("0612345678");

    [Theory]
    [InlineData("05011110001", "05011110001")]
    [InlineData("050-1111-0001", "05011110001")]
    [InlineData("０５０－１１１１－０００１", "05011110001")]
    [InlineData("+81 50 1111 0001", "05011110001")]
    [InlineData("Ａ０５０００００１", "a05000001")]
    [InlineData("A-050", "a-050")]
    [InlineData("050-1111", "050-1111")]
    [InlineData("00-0000-0000", "00-0000-0000")]
    [InlineData("+1 650 253 0000", "+1 650 253 0000")]
    [InlineData("", "")]
    public void LOGIN_1_HyphensFallOutOfANumberOfTheCountry_AndStayInAnyOtherId(string typed, string key) =>
        CanonicalText.LoginIdOrPhoneNumber(typed).ShouldBe(key);

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
    [InlineData("12345\0", null)]
    [InlineData("123456\0", null)]
    [InlineData("a123456", null)]
    [InlineData("١٢٣٤٥٦", null)]
    [InlineData("", null)]
    public void MF_03_AOneTimeCode_IsSixDigitsOrNothing(string typed, string? code) => CanonicalText.OneTimeCode(typed).ShouldBe(code);

    [Theory]
    [InlineData("323-113")]
    [InlineData("\t323113")]
    [InlineData("323\u200B113")]
    [InlineData("\u202D323113\u202C")]
    [InlineData("３２３－１１３")]
    [InlineData("３２３ー１１３")]
    [InlineData("323\u2011113")]
    [InlineData("\uFEFF323.113")]
    [InlineData("(323) 113")]
    [Trait("Review", "F7")]
    public void TEXT_1_ACodeAsItWasCopied_IsTheCode(string typed) => CanonicalText.OneTimeCode(typed).ShouldBe("323113");

    [Theory]
    [InlineData("N0001001\u200B")]
    [InlineData("\uFEFFN0001001")]
    [InlineData("\u202AN0001001\u202C")]
    [InlineData("N000\u00AD1001")]
    [InlineData("N000\u20601001\uFE0F")]
    [InlineData("\u200B N0001001 \u200E")]
    [InlineData("N\U000E00010001001")]
    [Trait("Review", "F16")]
    public void TEXT_1_MarksThatNobodySees_AreNoPartOfALoginId(string typed)
    {
        CanonicalText.LoginId(typed).ShouldBe("n0001001");
        CanonicalText.Identifier(typed).ShouldBe("N0001001");
        CanonicalText.Keyword(typed).ShouldBe("N0001001");
        CanonicalText.TemporaryPassword(typed).ShouldBe("N0001001");
    }

    [Theory]
    [InlineData(" Ab3dEf")]
    [InlineData("    Ab3dEf")]
    [InlineData("Ab3dEf\t")]
    [InlineData("Ab3dEf\r\n")]
    [InlineData("\u3000Ａｂ３ｄＥｆ\u00A0")]
    [Trait("Review", "F6")]
    public void TEXT_1_BlanksAroundATemporaryPassword_DoNotCount(string typed) => CanonicalText.TemporaryPassword(typed).ShouldBe("Ab3dEf");

    [Theory]
    [InlineData("taro.new@rental.example。jp", "taro.new@rental.example.jp")]
    [InlineData("taro.new@rental．example｡jp", "taro.new@rental.example.jp")]
    [InlineData("zz1@example.jp\u200B", "zz1@example.jp")]
    [InlineData("zz5@exam\u00ADple.jp", "zz5@example.jp")]
    [InlineData("zz2@日本語.jp", "zz2@xn--wgv71a119e.jp")]
    [InlineData("zz2@XN--WGV71A119E.JP", "zz2@xn--wgv71a119e.jp")]
    [InlineData("zz2@日本語。JP", "zz2@xn--wgv71a119e.jp")]
    [Trait("Review", "F4")]
    [Trait("Review", "F5")]
    public void TEXT_1_AddressesThatLookTheSame_AreOneKey(string typed, string key) => CanonicalText.Email(typed).ShouldBe(key);

    [Theory]
    [InlineData("\u202D06-1234-5678\u202C")]
    [InlineData("(06)1234-5678")]
    [InlineData("（06）1234－5678")]
    [InlineData("06.1234.5678")]
    [InlineData("06/1234/5678")]
    [InlineData("06·1234·5678")]
    [InlineData("06─1234─5678")]
    [InlineData("+81 6-1234-5678")]
    [InlineData("+81 (0)6-1234-5678")]
    [InlineData("＋81-6-1234-5678")]
    [Trait("Review", "F16")]
    public void TEXT_4_EveryWayToWriteATelephoneNumber_IsOneKey(string typed) => CanonicalText.PhoneNumber(typed).ShouldBe("0612345678");

    [Theory]
    [InlineData("ヽヾ", true)]
    [InlineData("いすゞ", true)]
    [InlineData("こゝろ", true)]
    [InlineData("ジャン゠リュック", true)]
    [InlineData("か\u309A", true)]
    [InlineData("ミスﾞ", true)]
    [InlineData("Smith", false)]
    [InlineData("山田", false)]
    [Trait("Review", "F23")]
    public void TEXT_5_AReading_HasIterationMarksToo(string typed, bool reading) =>
        CanonicalText.IsReading(CanonicalText.Kana(typed)).ShouldBe(reading);

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
    public void IV_05_LookAlikeLettersOfTwoAlphabets_AreNoticed(string text, bool mixed) =>
        CanonicalText.MixesScripts(text).ShouldBe(mixed);
}
