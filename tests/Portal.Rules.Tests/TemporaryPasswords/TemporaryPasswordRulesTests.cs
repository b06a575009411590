using FsCheck;
using FsCheck.Fluent;
using Portal.Rules.TemporaryPasswords;
using Shouldly;

namespace Portal.Rules.Tests.TemporaryPasswords;

public sealed class TemporaryPasswordRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 4, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly TemporaryPasswordPolicy Policy =
        new(TimeSpan.FromHours(24), 3, ByMail: true, ByManager: true, ByStaff: true, ByPhone: true);
    private static readonly TemporaryPasswordState Issued = TemporaryPasswordRules.Issue(TemporaryPasswordOrigin.Mail, Policy, Now);

    [Theory]
    [InlineData(0, true)]
    [InlineData(86_399, true)]
    [InlineData(86_400, false)]
    [InlineData(86_401, false)]
    public void TR_16_ATemporaryPassword_LivesForItsTime(int secondsLater, bool live) =>
        TemporaryPasswordRules.IsLive(Issued, Policy, Now.AddSeconds(secondsLater)).ShouldBe(live);

    [Theory]
    [InlineData(true, false, false, true)]
    [InlineData(true, false, true, true)]
    [InlineData(true, true, true, true)]
    [InlineData(true, true, false, false)]
    [InlineData(false, false, true, false)]
    public void IV_W04_WhereAMailMustAsk_ACallSetsOneForThoseWithAnAddress(bool byPhone, bool confirmByMail, bool hasAddress, bool sets) =>
        (Policy with { ByPhone = byPhone, ConfirmByMail = confirmByMail }).SetsByPhone(hasAddress).ShouldBe(sets);

    [Fact]
    public void LINE_2_TwoWrongTries_AreSurvivedAndTheThirdKills()
    {
        var two = Miss(Miss(Issued));
        TemporaryPasswordRules.IsLive(two, Policy, Now).ShouldBeTrue();

        var three = Miss(two);

        three.ShouldBe(Issued with { WrongTries = 3, EndedAt = Now });
        TemporaryPasswordRules.IsLive(three, Policy, Now).ShouldBeFalse();
        Miss(three).ShouldBe(three);
    }

    [Fact]
    public void TEMP_5_ARightTry_StartsTheCountAnew()
    {
        var state = TemporaryPasswordRules.Hit(Miss(Miss(Issued)));

        TemporaryPasswordRules.IsLive(Miss(Miss(state)), Policy, Now).ShouldBeTrue();
        TemporaryPasswordRules.IsLive(Miss(Miss(Miss(state))), Policy, Now).ShouldBeFalse();
    }

    [Fact]
    public void TEMP_5_UsedOrSuperseded_ItIsDeadForGood()
    {
        var ended = TemporaryPasswordRules.End(Issued, Now.AddHours(1));

        TemporaryPasswordRules.IsLive(ended, Policy, Now.AddHours(1)).ShouldBeFalse();
        TemporaryPasswordRules.IsLive(TemporaryPasswordRules.Hit(ended), Policy, Now.AddHours(1)).ShouldBeFalse();
        TemporaryPasswordRules.End(ended, Now.AddHours(2)).ShouldBe(ended);
    }

    [Fact]
    public void TEMP_5_AnExpiredOne_CountsNothing() => TemporaryPasswordRules.Miss(Issued, Policy, Now.AddHours(24)).ShouldBe(Issued);

    [Theory]
    [InlineData(TemporaryPasswordOrigin.Mail, true)]
    [InlineData(TemporaryPasswordOrigin.Manager, true)]
    [InlineData(TemporaryPasswordOrigin.Staff, true)]
    [InlineData(TemporaryPasswordOrigin.Phone, false)]
    public void TEMP_5_AllButThePhone_VoidTheOldPassword(TemporaryPasswordOrigin origin, bool voids) =>
        TemporaryPasswordRules.VoidsOldPassword(origin).ShouldBe(voids);

    [Theory]
    [InlineData(TemporaryPasswordOrigin.Mail, true, false, false, false)]
    [InlineData(TemporaryPasswordOrigin.Manager, false, true, false, false)]
    [InlineData(TemporaryPasswordOrigin.Staff, false, false, true, false)]
    [InlineData(TemporaryPasswordOrigin.Phone, false, false, false, true)]
    public void TEMP_1_ATenant_HasTheOriginsItsPolicyNames(TemporaryPasswordOrigin origin, bool mail, bool manager, bool staff, bool phone)
    {
        new TemporaryPasswordPolicy(TimeSpan.FromHours(24), 3, mail, manager, staff, phone).Allows(origin).ShouldBeTrue();
        new TemporaryPasswordPolicy(TimeSpan.FromHours(24), 3, !mail, !manager, !staff, !phone).Allows(origin).ShouldBeFalse();
        Policy.Allows((TemporaryPasswordOrigin)99).ShouldBeFalse();
    }

    [Fact]
    public void TR_16_OnceDead_NothingRevivesIt() =>
        Prop.ForAll<byte[]>(steps =>
        {
            var (state, now, dead) = (Issued, Now, false);
            foreach (var step in steps)
            {
                (state, now) = Step(state, now, step);
                var live = TemporaryPasswordRules.IsLive(state, Policy, now);
                if (dead && live)
                {
                    return false;
                }

                dead = !live;
            }

            return state.WrongTries <= Policy.Tries;
        }).QuickCheckThrowOnFailure();

    private static (TemporaryPasswordState State, DateTimeOffset Now) Step(TemporaryPasswordState state, DateTimeOffset now, byte step) =>
        (step % 8) switch
        {
            0 when TemporaryPasswordRules.IsLive(state, Policy, now) => (TemporaryPasswordRules.Hit(state), now),
            1 => (state, now.AddHours(step / 16)),
            2 when step > 200 => (TemporaryPasswordRules.End(state, now), now),
            _ => (TemporaryPasswordRules.Miss(state, Policy, now), now),
        };

    private static TemporaryPasswordState Miss(TemporaryPasswordState state) => TemporaryPasswordRules.Miss(state, Policy, Now);
}
