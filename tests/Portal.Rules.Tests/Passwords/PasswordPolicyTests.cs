using Portal.Rules.Passwords;
using Portal.Rules.Passwords.Checks;
using Shouldly;

namespace Portal.Rules.Tests.Passwords;

public sealed class PasswordPolicyTests
{
    [Theory]
    [InlineData("Control", "Demo1234pass", "")]
    [InlineData("Control", "Demo123", "TooShort")]
    [InlineData("Control", "Demo1234passDemo12345", "TooLong")]
    [InlineData("Control", "demonstration", "NoDigit")]
    [InlineData("Control", "24682468", "NoLetter")]
    [InlineData("Control", "Demo-1234-pass", "CharacterNotAllowed")]
    [InlineData("Control", "Demo1234 pass", "CharacterNotAllowed")]
    [InlineData("Control", "", "TooShort NoLetter NoDigit")]
    [InlineData("OfficePhone", "Demo-1234 pass", "CharacterNotAllowed")]
    [InlineData("OfficePhone", "~Demo`1234\"pass\\|", "")]
    [InlineData("HomePhone", "Denwa2468x", "")]
    [InlineData("HomePhone", "denwadenwa", "")]
    [InlineData("HomePhone", "0612345678", "DigitsAlone")]
    [InlineData("HomePhone", "Ｄｅｎｗａ2468x", "FullWidthCharacter")]
    [InlineData("HomePhone", "１２３４", "TooShort FullWidthCharacter DigitsAlone")]
    [InlineData("HomePhone", "でんわ2468xx", "CharacterNotAllowed")]
    [InlineData("Rental", "Rental2468x", "")]
    [InlineData("Rental", "Re.nt-al_246", "")]
    [InlineData("Rental", "rental+2468", "CharacterNotAllowed NoUpper")]
    [InlineData("Rental", "RENTALRENTAL1", "TooLong NoLower")]
    [InlineData("Security", "Security-2468-demo", "")]
    [InlineData("Security", "Security2468demo", "NoSymbol")]
    [InlineData("Security", "Security_2468_demo", "CharacterNotAllowed NoSymbol")]
    [InlineData("Security", "Security－2468－demo", "FullWidthCharacter")]
    [InlineData("Security", "Ｓｅｃｕｒｉｔｙ－２４６８－ｄｅｍｏ", "FullWidthCharacter")]
    [InlineData("Security", "Ｓｅｃｕｒｉｔｙ２４６８ｄｅｍｏ", "FullWidthCharacter NoSymbol")]
    [InlineData("Security", "Ａｂｃ１２３", "TooShort FullWidthCharacter NoSymbol Sequential")]
    [InlineData("Control", "Ｄｅｍｏ１２３４ｐａｓｓ", "FullWidthCharacter")]
    [InlineData("Control", "ｄｅｍｏｎｓｔｒａｔｉｏｎ", "FullWidthCharacter NoDigit")]
    [InlineData("Control", "デモ用の合言葉です", "CharacterNotAllowed NoLetter NoDigit")]
    [InlineData("Standard", "ｃｏｒｒｅｃｔ　ｈｏｒｓｅ　ｂａｔｔｅｒｙ", "")]
    [InlineData("Security", "Abc123", "TooShort NoSymbol Sequential")]
    [InlineData("Standard", "正しい馬の電池のホッチキスだ", "TooShort")]
    [InlineData("Standard", "正しい馬の 電池のホッチキスだ", "")]
    [InlineData("Standard", "a tab\tin the middle", "ControlCharacter")]
    public void PASS_1_EveryBrokenRule_IsNamedAtOnce(string policy, string candidate, string violations) =>
        Keys(Policies.Named(policy), PasswordFacts.OfUnrelated(candidate)).ShouldBe(violations);

    [Fact]
    public void PASS_1_WhatNeedsLists_IsTakenFromTheFacts()
    {
        var facts = new PasswordFacts("Security-2468-demo", [], [], MatchesCurrent: true, MatchesHistory: true, IsCommon: true,
            IsDictionaryWord: true, Strength: 2);

        Keys(Policies.Security, facts).ShouldBe("SameAsCurrent UsedBefore Common DictionaryWord TooWeak");
    }

    [Fact]
    public void PASS_2_AViolation_CarriesItsFigures()
    {
        Check(new Length(8, 20), "ab＠de").ShouldBe([8, 5]);
        Check(new Length(1, 3), "abcd").ShouldBe([3, 4]);
        Check(new RequiresSymbolOf("!?"), "a").ShouldBe(["!?"]);
        new MinimumStrength(3).Check(PasswordFacts.OfUnrelated("a") with { Strength = 1 }).ShouldNotBeNull().Arguments.ShouldBe([3, 1]);
        new NotInHistory(5).Check(PasswordFacts.OfUnrelated("a") with { MatchesHistory = true }).ShouldNotBeNull().Arguments.ShouldBe([5]);
    }

    [Theory]
    [InlineData("Control", 8, 20)]
    [InlineData("OfficePhone", 8, 32)]
    [InlineData("HomePhone", 8, 12)]
    [InlineData("Rental", 8, 12)]
    [InlineData("Security", 12, 40)]
    [InlineData("Standard", 15, 128)]
    public void SITE_1_Lengths_AreTheTenants(string policy, int minimum, int maximum)
    {
        Policies.Named(policy).MinimumLength.ShouldBe(minimum);
        Policies.Named(policy).MaximumLength.ShouldBe(maximum);
    }

    [Fact]
    public void IV_07_APolicyWithoutALength_HasTheHardCap()
    {
        var policy = new PasswordPolicy([new NotCommon()], 0, null);

        (policy.MinimumLength, policy.MaximumLength).ShouldBe((1, PasswordLimits.HardCap));
        Keys(policy, PasswordFacts.OfUnrelated(new string('a', 257))).ShouldBe("TooLong");
        Keys(policy, PasswordFacts.OfUnrelated("")).ShouldBe("TooShort");
        policy.Describe().Count.ShouldBe(1);
    }

    [Fact]
    public void IV_07_NoPolicy_GoesAboveTheHardCap() => new Length(8, 1000).Maximum.ShouldBe(PasswordLimits.HardCap);

    [Fact]
    public void PASS_1_OfTwoLengths_TheStricterHolds()
    {
        var policy = new PasswordPolicy([new Length(8, 20), new Length(10, 40)], 0, null);

        (policy.MinimumLength, policy.MaximumLength).ShouldBe((10, 20));
    }

    [Fact]
    public void IV_06_SixtyFourEmoji_AreSixtyFourCharacters()
    {
        var emoji = string.Concat(Enumerable.Repeat("😀", 64));

        Keys(Policies.Standard, PasswordFacts.OfUnrelated(emoji)).ShouldBe("");
        Check(new Length(1, 63), emoji).ShouldBe([63, 64]);
    }

    internal static string Keys(PasswordPolicy policy, PasswordFacts facts) =>
        string.Join(' ', policy.Check(facts).Select(violation => violation.Key));

    private static IReadOnlyList<object> Check(PasswordRule rule, string candidate) =>
        rule.Check(PasswordFacts.OfUnrelated(candidate)).ShouldNotBeNull().Arguments;
}
