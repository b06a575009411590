using Portal.Rules.Lockout;
using Portal.Rules.Passwords;
using Portal.Rules.SignIn;
using Shouldly;

namespace Portal.Rules.Tests.SignIn;

public sealed class SignInRulesTests
{
    private static readonly SignInFacts Right = Facts.OfARightPassword;
    private static readonly SignInFacts Wrong = Right with { PasswordMatches = false };

    [Fact]
    public void LOGIN_4_ARightPassword_IsAdmitted() => Decide(Right).ShouldBe(new SignInDecision.Admitted(null));

    [Fact]
    public void LOGIN_4_WhereASecondFactorIsAskedFor_ThereIsNoSessionYet() =>
        Decide(Right with { SecondFactorRequired = true }).ShouldBe(new SignInDecision.SecondFactor(null));

    [Fact]
    public void LOCK_1_AWrongPassword_Counts() => Decide(Wrong).ShouldBe(Refused(RefusalReason.WrongPassword, counts: true));

    public static TheoryData<string, RefusalReason> Barriers => new()
    {
        { "contract", RefusalReason.ContractSuspended },
        { "disabled", RefusalReason.Disabled },
        { "validity", RefusalReason.ValidityEnded },
    };

    [Theory]
    [MemberData(nameof(Barriers))]
    public void CG_20_OnAnAccountThatMayNotSignIn_OnlyAWrongPasswordCounts(string barrier, RefusalReason reason)
    {
        Decide(Facts.Behind(barrier, Right)).ShouldBe(Refused(reason, counts: false));
        Decide(Facts.Behind(barrier, Wrong)).ShouldBe(Refused(reason, counts: true));
    }

    [Theory]
    [InlineData("unknown", RefusalReason.UnknownLoginId)]
    [InlineData("tenant", RefusalReason.TenantSuspended)]
    [InlineData("locked", RefusalReason.Locked)]
    public void CG_09_WherePasswordsAreNotLookedAt_NothingCounts(string barrier, RefusalReason reason)
    {
        Decide(Facts.Behind(barrier, Right)).ShouldBe(Refused(reason, counts: false));
        Decide(Facts.Behind(barrier, Wrong)).ShouldBe(Refused(reason, counts: false));
    }

    [Fact]
    public void LOGIN_2_TheReasonForTheLog_FollowsTheOrder()
    {
        string[] order = ["validity", "disabled", "contract", "locked", "tenant", "unknown"];
        RefusalReason[] reasons = [RefusalReason.ValidityEnded, RefusalReason.Disabled, RefusalReason.ContractSuspended,
            RefusalReason.Locked, RefusalReason.TenantSuspended, RefusalReason.UnknownLoginId];
        var facts = Wrong;
        foreach (var (barrier, reason) in order.Zip(reasons))
        {
            facts = Facts.Behind(barrier, facts);
            Decide(facts).ShouldBeOfType<SignInDecision.Refused>().Reason.ShouldBe(reason);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void LOCK_3_AVoidPassword_IsRefusedAndCountsNothing(bool matches) =>
        Decide(Right with { Gate = Facts.Voided, PasswordMatches = matches }).ShouldBe(Refused(RefusalReason.PasswordVoid, counts: false));

    [Fact]
    public void CALL_2_ALiveTemporaryPassword_LetsInThoughThePasswordIsVoid() =>
        Decide(Wrong with { Gate = Facts.Voided, TemporaryPasswordLives = true, TemporaryPasswordMatches = true })
            .ShouldBe(new SignInDecision.Admitted(ChangeReason.TemporaryPassword));

    [Theory]
    [InlineData(true, RefusalReason.PasswordVoid)]
    [InlineData(false, RefusalReason.WrongPassword)]
    public void TEMP_5_BesideAVoidPassword_AMissCountsOnTheTemporaryOne(bool voidOneMatches, RefusalReason reason) =>
        Decide(Wrong with { Gate = Facts.Voided, PasswordMatches = voidOneMatches, TemporaryPasswordLives = true })
            .ShouldBe(Refused(reason, counts: true));

    [Fact]
    public void TEMP_5_WhileBothLive_EitherLetsIn()
    {
        var both = Right with { TemporaryPasswordLives = true };

        Decide(both).ShouldBe(new SignInDecision.Admitted(null));
        Decide(both with { PasswordMatches = false, TemporaryPasswordMatches = true })
            .ShouldBe(new SignInDecision.Admitted(ChangeReason.TemporaryPassword));
        Decide(both with { PasswordMatches = false }).ShouldBe(Refused(RefusalReason.WrongPassword, counts: true));
    }

    [Theory]
    [InlineData(false, true, RefusalReason.TemporaryPasswordDead)]
    [InlineData(false, false, RefusalReason.NoPassword)]
    [InlineData(true, true, RefusalReason.WrongPassword)]
    public void TR_16_ADeadTemporaryPassword_LetsNobodyIn(bool hasPassword, bool hadTemporary, RefusalReason reason) =>
        Decide(Wrong with { HasPassword = hasPassword, HadDeadTemporaryPassword = hadTemporary, TemporaryPasswordMatches = true })
            .ShouldBe(Refused(reason, counts: hasPassword));

    [Fact]
    public void TR_16_BesideAVoidPassword_TheDeadTemporaryOneIsTheReason() =>
        Decide(Wrong with { Gate = Facts.Voided, HadDeadTemporaryPassword = true })
            .ShouldBe(Refused(RefusalReason.TemporaryPasswordDead, counts: false));

    [Fact]
    public void TEMP_5_AMatchWithoutAPassword_IsNoMatch() =>
        Decide(Right with { HasPassword = false }).ShouldBe(Refused(RefusalReason.NoPassword, counts: false));

    [Theory]
    [InlineData(true, true, true, ChangeReason.TemporaryPassword)]
    [InlineData(true, false, false, ChangeReason.TemporaryPassword)]
    [InlineData(false, true, true, ChangeReason.Expired)]
    [InlineData(false, true, false, ChangeReason.Expired)]
    [InlineData(false, false, true, ChangeReason.MustChange)]
    [InlineData(false, false, false, null)]
    public void TR_21_OfSeveralReasonsToChange_TheFirstIsTold(bool temporary, bool expired, bool flagged, ChangeReason? reason)
    {
        var facts = Right with
        {
            PasswordMatches = !temporary,
            TemporaryPasswordLives = temporary,
            TemporaryPasswordMatches = temporary,
            Age = expired ? new PasswordAgeState.Expired() : new PasswordAgeState.ExpiresSoon(3),
            MustChange = flagged,
        };

        Decide(facts).ShouldBe(new SignInDecision.Admitted(reason));
        Decide(facts with { SecondFactorRequired = true }).ShouldBe(new SignInDecision.SecondFactor(reason));
    }

    private static SignInDecision Decide(SignInFacts facts) => SignInRules.Decide(facts);

    private static SignInDecision.Refused Refused(RefusalReason reason, bool counts) => new(reason, counts);
}
