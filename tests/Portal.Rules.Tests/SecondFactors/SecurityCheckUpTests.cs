using Portal.Rules.Delegation;
using Portal.Rules.SecondFactors;

namespace Portal.Rules.Tests.SecondFactors;

public sealed class SecurityCheckUpTests
{
    private const string All = "Passkey,App,EmailCode,RecoveryCode";

    [Theory]
    [InlineData(All, 0, 0, 0, false, SecurityVerdict.PasswordAlone, FactorMethod.Passkey)]
    [InlineData(All, 0, 0, 0, true, SecurityVerdict.Standard, FactorMethod.Passkey)]
    [InlineData(All, 1, 0, 0, false, SecurityVerdict.Standard, FactorMethod.RecoveryCode)]
    [InlineData(All, 1, 0, 1, false, SecurityVerdict.Strong, FactorMethod.RecoveryCode)]
    [InlineData(All, 1, 0, 3, false, SecurityVerdict.Strong, null)]
    [InlineData(All, 0, 1, 10, false, SecurityVerdict.Strong, null)]
    [InlineData(All, 1, 1, 10, true, SecurityVerdict.Strong, null)]
    [InlineData("App,EmailCode", 0, 0, 0, true, SecurityVerdict.Standard, FactorMethod.App)]
    [InlineData("App,EmailCode", 0, 1, 0, true, SecurityVerdict.Standard, FactorMethod.App)]
    [InlineData("App,EmailCode", 0, 2, 0, false, SecurityVerdict.Strong, null)]
    [InlineData("App,Passkey", 1, 1, 0, false, SecurityVerdict.Strong, null)]
    [InlineData("App,Passkey", 0, 1, 0, false, SecurityVerdict.Standard, FactorMethod.Passkey)]
    [InlineData("App,Passkey", 1, 0, 0, false, SecurityVerdict.Standard, FactorMethod.Passkey)]
    [InlineData("EmailCode", 0, 0, 0, false, SecurityVerdict.PasswordAlone, FactorMethod.EmailCode)]
    [InlineData("EmailCode", 0, 0, 0, true, SecurityVerdict.Standard, null)]
    [InlineData("EmailCode", 1, 1, 10, false, SecurityVerdict.PasswordAlone, FactorMethod.EmailCode)]
    public void FACE_3_AVerdictAndOneThingToDoNext(string accepted, int passkeys, int apps, int codes, bool email, SecurityVerdict verdict,
        FactorMethod? next)
    {
        var found = SecurityCheckUp.Of(Policy(SecondFactorMode.Optional, accepted), Facts(passkeys, apps, codes, email));

        (found.Verdict, found.Next).ShouldBe((verdict, next));
    }

    [Fact]
    public void FACE_3_WhereThereAreOnlyPasswords_NothingIsMissedAndNothingRecommended()
    {
        var found = SecurityCheckUp.Of(Policy(SecondFactorMode.Off, All), Facts(1, 1, 10, true));

        found.Verdict.ShouldBe(SecurityVerdict.PasswordByPolicy);
        found.Methods.ShouldBeEmpty();
        found.Next.ShouldBeNull();
    }

    [Fact]
    public void FACE_3_EveryAcceptedMethodHasItsState_TheStrongestFirst() =>
        SecurityCheckUp.Of(Policy(SecondFactorMode.Optional, All), Facts(0, 1, 0, true)).Methods.ShouldBe(
        [
            new(FactorMethod.Passkey, IsThere: false, IsNext: false),
            new(FactorMethod.App, IsThere: true, IsNext: false),
            new(FactorMethod.EmailCode, IsThere: true, IsNext: false),
            new(FactorMethod.RecoveryCode, IsThere: false, IsNext: true),
        ]);

    /// <summary>Doing what is recommended never makes it worse, and ends after a few steps.</summary>
    [Fact]
    public void FACE_3_FollowingTheAdviceLeadsToTheBestThatThePolicyAllows()
    {
        foreach (var accepted in Enumerable.Range(1, 15).Select(bits => string.Join(',',
            Enum.GetValues<FactorMethod>().Where(method => (bits & (1 << (int)method)) != 0))))
        {
            var policy = Policy(SecondFactorMode.Optional, accepted);
            var facts = Facts(0, 0, 0, false);
            var steps = 0;
            while (SecurityCheckUp.Of(policy, facts).Next is { } next)
            {
                var before = SecurityCheckUp.Of(policy, facts).Verdict;
                facts = Do(facts, next);
                ((int)SecurityCheckUp.Of(policy, facts).Verdict).ShouldBeGreaterThanOrEqualTo((int)before);
                (++steps).ShouldBeLessThan(5, accepted);
            }
        }
    }

    private static FactorFacts Do(FactorFacts facts, FactorMethod next) => next switch
    {
        FactorMethod.Passkey => facts with { Passkeys = facts.Passkeys + 1 },
        FactorMethod.App => facts with { Apps = facts.Apps + 1 },
        FactorMethod.EmailCode => facts with { WantsEmailCodes = true },
        _ => facts with { RecoveryCodes = 10 },
    };

    private static FactorPolicy Policy(SecondFactorMode mode, string accepted) =>
        new(mode, accepted.Split(',').Select(Enum.Parse<FactorMethod>).ToHashSet());

    private static FactorFacts Facts(int passkeys, int apps, int codes, bool email) =>
        new(AccountRole.Member, MustHave: false, WantsEmailCodes: email, HasAddress: true, apps, passkeys, codes);
}
