using Portal.Rules.Lockout;
using Portal.Rules.Passwords;
using Portal.Rules.SignIn;
using Portal.Rules.Standing;
using Shouldly;

namespace Portal.Rules.Tests.SignIn;

/// <summary>
/// All combinations of facts, each held against sentences of the requirements instead of against the code's own order.
/// </summary>
public sealed class SignInRulesExhaustiveTests
{
    [Fact]
    public void CG_20_OnlyARightSecretOnAnActiveAccount_GetsIn() =>
        Violations((facts, decision) => (decision is not SignInDecision.Refused) == (MaySignIn(facts) && HoldsARightSecret(facts)))
            .ShouldBeEmpty();

    [Fact]
    public void LOGIN_4_NobodyPasses_WithoutTheSecondFactorThatIsAskedFor() =>
        Violations((facts, decision) => decision is not SignInDecision.Admitted || !facts.SecondFactorRequired).ShouldBeEmpty();

    [Fact]
    public void LOCK_1_ARightSecret_NeverCountsAsAFailure() =>
        Violations((facts, decision) => decision is not SignInDecision.Refused { CountsAsFailure: true } || !HoldsARightSecret(facts))
            .ShouldBeEmpty();

    [Fact]
    public void CG_09_ALockedAccount_TellsNothingOfThePassword() =>
        Violations((facts, decision) => facts.Gate is not Gate.Locked
            || decision == SignInRules.Decide(facts with
            {
                PasswordMatches = !facts.PasswordMatches,
                TemporaryPasswordMatches = !facts.TemporaryPasswordMatches
            })).ShouldBeEmpty();

    [Fact]
    public void TEMP_6_ATemporaryPassword_OpensNothingButTheChange() =>
        Violations((facts, decision) => decision switch
        {
            SignInDecision.Admitted(var reason) => reason == ChangeReason.TemporaryPassword || RightOrdinary(facts),
            SignInDecision.SecondFactor(var reason) => reason == ChangeReason.TemporaryPassword || RightOrdinary(facts),
            _ => true,
        }).ShouldBeEmpty();

    [Fact]
    public void PASS_4_AnExpiredPassword_OpensNothingButTheChange() =>
        Violations((facts, decision) => facts.Age is not PasswordAgeState.Expired || decision is SignInDecision.Refused
            or SignInDecision.Admitted { MustChange: not null } or SignInDecision.SecondFactor { Then: not null }).ShouldBeEmpty();

    private static List<SignInFacts> Violations(Func<SignInFacts, SignInDecision, bool> holds) =>
        [.. Facts.Every().Where(facts => !holds(facts, SignInRules.Decide(facts))).Take(3)];

    private static bool MaySignIn(SignInFacts facts) =>
        facts is { AccountExists: true, Standing: AccountStanding.Good, Gate: not Gate.Locked };

    private static bool HoldsARightSecret(SignInFacts facts) =>
        RightOrdinary(facts) || facts is { TemporaryPasswordLives: true, TemporaryPasswordMatches: true };

    private static bool RightOrdinary(SignInFacts facts) => facts is { HasPassword: true, PasswordMatches: true, Gate: not Gate.Voided };
}
