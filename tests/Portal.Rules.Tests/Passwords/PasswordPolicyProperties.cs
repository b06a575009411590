using FsCheck;
using FsCheck.Fluent;
using Portal.Rules.Passwords;
using Portal.Rules.Passwords.Checks;
using Portal.Rules.Tests.Text;
using Portal.Rules.Text;

namespace Portal.Rules.Tests.Passwords;

public sealed class PasswordPolicyProperties
{
    public static TheoryData<string> All =>
        [nameof(Policies.Control), nameof(Policies.OfficePhone), nameof(Policies.HomePhone), nameof(Policies.Rental),
            nameof(Policies.Security), nameof(Policies.Standard)];

    [Theory]
    [MemberData(nameof(All))]
    public void PASS_1_ThePolicysVerdict_IsThatOfItsRulesInOrder(string name) =>
        Prop.ForAll(TypedText.Any, typed =>
        {
            var policy = Policies.Named(name);
            var facts = PasswordFacts.OfUnrelated(CanonicalText.Password(typed));
            var meant = facts with { Candidate = policy.Meant(facts.Candidate) };
            return policy.Check(facts).Select(violation => violation.Key).SequenceEqual(
                policy.Rules.Select(rule => rule.Check(rule is AllowedCharacters ? facts : meant)?.Key).OfType<string>());
        }).QuickCheckThrowOnFailure();

    [Theory]
    [MemberData(nameof(All))]
    public void PASS_2_WhatIsJudgedInAnotherForm_IsRefusedForItsWidth(string name) =>
        Prop.ForAll(TypedText.Any, typed =>
        {
            var (policy, candidate) = (Policies.Named(name), CanonicalText.Password(typed));
            var meant = policy.Meant(candidate);
            return meant == candidate || (meant.Length == candidate.Length && policy.Check(PasswordFacts.OfUnrelated(candidate))
                .Any(violation => violation.Key == "FullWidthCharacter"));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void PASS_2_NoViolation_RepeatsWhatWasTyped() =>
        Prop.ForAll(TypedText.Any, typed =>
        {
            var candidate = "§" + CanonicalText.Password(typed);
            return Policies.Security.Check(PasswordFacts.OfUnrelated(candidate))
                .All(violation => violation.Arguments.All(argument => argument is int or Policies.SecuritySymbols));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void IV_07_WhatIsTooLong_IsSoInCodePoints() =>
        Prop.ForAll(Gen.Choose(0, 600).ToArbitrary(), Gen.Choose(0, 600).ToArbitrary(), (plain, emoji) =>
            PasswordLimits.IsTooLong(new string('a', plain)
                + string.Concat(Enumerable.Repeat("😀", emoji))) == (plain + emoji > PasswordLimits.HardCap))
            .QuickCheckThrowOnFailure();
}
