using Portal.Rules.Passwords.Checks;
using Shouldly;

namespace Portal.Rules.Tests.Passwords;

public sealed class PasswordPolicyDescriptionTests
{
    [Theory]
    [InlineData("Control", "Length(8,20)=length:8-20 | LettersAndDigits()=charset: | RequiresLetter()=letter | RequiresDigit()=digit | "
        + "NotCurrent()= | NotCommon()=")]
    [InlineData("HomePhone",
        "Length(8,12)=length:8-12 | LettersAndDigits()=charset: | NotDigitsAlone()=not-digits-alone | NotCurrent()= | NotCommon()=")]
    [InlineData("Rental", "Length(8,12)=length:8-12 | LettersDigitsAndSymbols(.-_)=charset:.-_ | RequiresUpper()=upper | "
        + "RequiresLower()=lower | RequiresDigit()=digit"
        + " | NotCurrent()= | NotContainingLoginId()= | NotCommon()=")]
    [InlineData("Security", "Length(12,40)=length:12-40 | LettersDigitsAndSymbols(!@#$%^&*?+-=)=charset:!@#$%^&*?+-= | "
        + "RequiresUpper()=upper | RequiresLower()=lower"
        + " | RequiresDigit()=digit | RequiresSymbolOf(!@#$%^&*?+-=)=symbol:!@#$%^&*?+-= | NotCurrent()= | NotLoginId()= | "
            + "NotInHistory(5)= | NotCommon()="
        + " | NotDictionaryAlone()= | NotRepeated()=not-repeated | NotSequential()= | MinimumStrength(3)=")]
    [InlineData("Standard", "Length(15,128)=length:15-128 | AnyCharacters()= | NotCurrent()= | NotCommon()= | NotContextWord()=")]
    public void PASS_2_APolicy_DescribesItselfAsAChecklist(string policy, string checklist) =>
        string.Join(" | ",
            Policies.Named(policy).Describe().Select(line => $"{line.Key}({string.Join(',', line.Arguments)})={line.ClientTest}"))
                .ShouldBe(checklist);

    [Theory]
    [InlineData("Security", 2)]
    [InlineData("Control", 1)]
    public void PASS_2_OfAFirstPassword_NoRuleComparesWithAFormerOne(string policy, int fewer)
    {
        var (whole, first) = (Policies.Named(policy), Policies.Named(policy).ForFirst());

        whole.Rules.Except(first.Rules).ShouldAllBe(rule => rule is NotCurrent || rule is NotInHistory);
        first.Rules.Count.ShouldBe(whole.Rules.Count - fewer);
        first.Rules.ShouldBe(whole.Rules.Where(first.Rules.Contains));
    }

    [Theory]
    [InlineData("Control", "minlength: 8; maxlength: 20; allowed: lower, upper, digit; required: lower, upper; required: digit;")]
    [InlineData("HomePhone", "minlength: 8; maxlength: 12; allowed: lower, upper, digit;")]
    [InlineData("Rental",
        "minlength: 8; maxlength: 12; allowed: lower, upper, digit, [-._]; required: upper; required: lower; required: digit;")]
    [InlineData("Security", "minlength: 12; maxlength: 40; allowed: lower, upper, digit, [-!@#$%^&*?+=]; required: upper; required: "
        + "lower; required: digit; required: [-!@#$%^&*?+=];")]
    [InlineData("OfficePhone", "minlength: 8; maxlength: 32; allowed: lower, upper, digit, [-!\"#$%&'()*+,./:;<=>?@[\\^_`{|}~]]; "
        + "required: lower, upper; required: digit;")]
    [InlineData("Standard", "minlength: 15; maxlength: 128; allowed: unicode;")]
    public void PASS_6_PasswordManagers_AreToldTheRules(string policy, string attribute) =>
        Policies.Named(policy).PasswordRulesAttribute().ShouldBe(attribute);

    [Theory]
    [InlineData("!?", "[!?]")]
    [InlineData("a-]b", "[-ab]]")]
    public void PASS_6_InABracketedClass_HyphenComesFirstAndBracketLast(string symbols, string written) =>
        new RequiresSymbolOf(symbols).AttributePart.ShouldBe("required: " + written);
}
