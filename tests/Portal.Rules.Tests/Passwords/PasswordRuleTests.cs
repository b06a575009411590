using Portal.Rules.Passwords;
using Portal.Rules.Passwords.Checks;
using Shouldly;

namespace Portal.Rules.Tests.Passwords;

public sealed class PasswordRuleTests
{
    [Theory]
    [InlineData("R100001", true)]
    [InlineData("r100001", true)]
    [InlineData("Ｒ１００００１", true)]
    [InlineData("R100001x", false)]
    [InlineData("", false)]
    public void PASS_1_TheLoginIdItself_IsRefused(string candidate, bool refused) =>
        IsRefused(new NotLoginId(), candidate, "R100001", "taro@rental.example.jp").ShouldBe(refused);

    [Theory]
    [InlineData("xR100001.", true)]
    [InlineData("xr100001.", true)]
    [InlineData("R100001", true)]
    [InlineData("R10000", false)]
    [InlineData("Rental2468x", false)]
    public void PASS_1_TheLoginIdWithin_IsRefused(string candidate, bool refused) =>
        IsRefused(new NotContainingLoginId(), candidate, "R100001").ShouldBe(refused);

    [Theory]
    [InlineData("ab", "ab", true)]
    [InlineData("ab", "xabx", false)]
    [InlineData("abc", "xabcx", true)]
    [InlineData("", "", false)]
    [InlineData(" ", "x", false)]
    public void PASS_1_AVeryShortLoginId_ForbidsItselfAlone(string loginId, string candidate, bool refused) =>
        IsRefused(new NotContainingLoginId(), candidate, loginId).ShouldBe(refused);

    [Theory]
    [InlineData("Line Control", true)]
    [InlineData("ＬＩＮＥ CONTROL", true)]
    [InlineData("c-100001", true)]
    [InlineData("Line Control 1", false)]
    public void CG_21_AContextWord_IsRefusedInAnySpelling(string candidate, bool refused) =>
        (new NotContextWord()
            .Check(PasswordFacts.OfUnrelated(candidate) with { ContextWords = ["line control", "C-100001"] }) is { Key: "ContextWord" })
                .ShouldBe(refused);

    [Theory]
    [InlineData("aaaaaaaaaaaa", true)]
    [InlineData("😀😀😀", true)]
    [InlineData("aaaaaaaaaaab", false)]
    [InlineData("aA", false)]
    [InlineData("a", false)]
    [InlineData("", false)]
    public void PASS_1_OneRepeatedCharacter_IsRefused(string candidate, bool refused) =>
        IsRefused(new NotRepeated(), candidate).ShouldBe(refused);

    [Theory]
    [InlineData("12345678", true)]
    [InlineData("87654321", true)]
    [InlineData("67890123", true)]
    [InlineData("32109876", true)]
    [InlineData("abcdefgh", true)]
    [InlineData("HGFEdcba", true)]
    [InlineData("QWERTYuiop", true)]
    [InlineData("lkjhgfdsa", true)]
    [InlineData("abc123", true)]
    [InlineData("abcxyz321qwe", true)]
    [InlineData("12345678a", false)]
    [InlineData("a12345678", false)]
    [InlineData("ab12", false)]
    [InlineData("ab", false)]
    [InlineData("", false)]
    [InlineData("11111111", false)]
    [InlineData("13579", false)]
    [InlineData("yzab", false)]
    [InlineData("12321", false)]
    [InlineData("あいうえお", false)]
    [InlineData("Demo1234pass", false)]
    public void PASS_1_SequencesAndNothingElse_AreRefused(string candidate, bool refused) =>
        IsRefused(new NotSequential(), candidate).ShouldBe(refused);

    [Theory]
    [InlineData("12345", true)]
    [InlineData("１２３４５", true)]
    [InlineData("12345a", false)]
    [InlineData("", false)]
    public void PASS_1_DigitsAlone_AreRefused(string candidate, bool refused) =>
        IsRefused(new NotDigitsAlone(), candidate).ShouldBe(refused);

    [Theory]
    [InlineData("é", "NoLetter")]
    [InlineData("É", "NoUpper")]
    [InlineData("é", "NoLower")]
    [InlineData("１", "NoDigit")]
    public void PASS_1_ARequiredClass_IsAsciiAsTheChecklistSays(string candidate, string key)
    {
        PasswordRule[] rules = [new RequiresLetter(), new RequiresUpper(), new RequiresLower(), new RequiresDigit()];

        rules.Select(rule => rule.Check(PasswordFacts.OfUnrelated(candidate))?.Key).ShouldContain(key);
    }

    [Theory]
    [InlineData(CharacterSet.LettersAndDigits, "aZ09", "-")]
    [InlineData(CharacterSet.HalfWidthLettersAndDigits, "aZ09", "ａ")]
    [InlineData(CharacterSet.LettersDigitsAndSymbols, "aZ09" + CharacterSets.AsciiSymbols, " ")]
    [InlineData(CharacterSet.LettersDigitsDotHyphenUnderscore, "aZ09.-_", "+")]
    [InlineData(CharacterSet.LettersDigitsAndListedSymbols, "aZ09#", "-")]
    [InlineData(CharacterSet.Any, "aZ09 é漢😀\u3000", "\0")]
    public void PASS_1_ACharacterSet_AllowsItsCharactersAndNoOther(CharacterSet set, string allowed, string refused)
    {
        var rule = CharacterSets.Rule(set, "#");

        rule.Check(PasswordFacts.OfUnrelated(allowed)).ShouldBeNull();
        rule.Check(PasswordFacts.OfUnrelated(allowed + refused)).ShouldNotBeNull();
    }

    [Fact]
    public void PASS_1_EveryAsciiSymbol_IsASymbol() =>
        CharacterSets.AsciiSymbols.ShouldBe(string.Concat(Enumerable.Range('!', '~' - '!' + 1).Select(code => (char)code)
            .Where(c => !char.IsAsciiLetterOrDigit(c))));

    [Fact]
    public void PASS_1_AnUnknownCharacterSet_IsAnError() =>
        Should.Throw<ArgumentOutOfRangeException>(() => CharacterSets.Rule((CharacterSet)99)).ParamName.ShouldBe("set");

    private static bool IsRefused(PasswordRule rule, string candidate, params string[] loginIds) =>
        rule.Check(PasswordFacts.OfUnrelated(candidate) with { LoginIds = loginIds }) is not null;
}
