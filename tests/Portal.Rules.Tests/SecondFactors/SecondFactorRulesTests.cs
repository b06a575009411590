using Portal.Rules.Delegation;
using Portal.Rules.SecondFactors;

namespace Portal.Rules.Tests.SecondFactors;

public sealed class SecondFactorRulesTests
{
    private static readonly FactorFacts Nothing =
        new(AccountRole.Member, MustHave: false, WantsEmailCodes: false, HasAddress: false, Apps: 0, Passkeys: 0, RecoveryCodes: 0);

    private static readonly FactorFacts Everything =
        new(AccountRole.Member, MustHave: false, WantsEmailCodes: true, HasAddress: true, Apps: 1, Passkeys: 1, RecoveryCodes: 10);

    [Theory]
    [InlineData(SecondFactorMode.Off, AccountRole.Manager, true, false)]
    [InlineData(SecondFactorMode.Optional, AccountRole.Manager, false, false)]
    [InlineData(SecondFactorMode.Optional, AccountRole.Member, true, true)]
    [InlineData(SecondFactorMode.RequiredForManagers, AccountRole.Member, false, false)]
    [InlineData(SecondFactorMode.RequiredForManagers, AccountRole.Member, true, true)]
    [InlineData(SecondFactorMode.RequiredForManagers, AccountRole.Manager, false, true)]
    [InlineData(SecondFactorMode.RequiredForManagers, AccountRole.Agent, false, true)]
    [InlineData(SecondFactorMode.Required, AccountRole.Member, false, true)]
    public void MFA_7_WhoMustHaveAFactor(SecondFactorMode mode, AccountRole role, bool mustHave, bool required) =>
        SecondFactorRules.IsRequired(Policy(mode), Nothing with { Role = role, MustHave = mustHave }).ShouldBe(required);

    [Fact]
    public void MFA_2_AllThatIsThereIsAvailable_TheStrongestFirst() =>
        SecondFactorRules.Available(Policy(SecondFactorMode.Optional), Everything)
            .ShouldBe([FactorMethod.Passkey, FactorMethod.App, FactorMethod.EmailCode, FactorMethod.RecoveryCode]);

    [Theory]
    [InlineData(1, 1, 10, new[] { FactorMethod.Passkey, FactorMethod.App, FactorMethod.RecoveryCode })]
    [InlineData(0, 0, 10, new[] { FactorMethod.RecoveryCode })]
    [InlineData(0, 1, 0, new[] { FactorMethod.Passkey })]
    [InlineData(0, 0, 0, new[] { FactorMethod.EmailCode })]
    public void ML_05_CodesToAnAddressThatBounces_AreNotOffered_UnlessThereIsNoOtherWay(int apps, int passkeys, int codes,
        FactorMethod[] expected)
    {
        var facts = Everything with { Apps = apps, Passkeys = passkeys, RecoveryCodes = codes, AddressBounces = true };

        SecondFactorRules.Available(Policy(SecondFactorMode.Optional), facts).ShouldBe(expected);
    }

    [Theory]
    [InlineData(SecondFactorMode.Optional)]
    [InlineData(SecondFactorMode.Required)]
    public void ML_05_AnAddressThatBounces_NeverTakesTheSecondStepAway(SecondFactorMode mode)
    {
        var alone = Everything with { Apps = 0, Passkeys = 0, RecoveryCodes = 0 };
        foreach (var facts in new[] { Everything, Everything with { Apps = 0 }, alone })
        {
            SecondFactorRules.IsAsked(Policy(mode), facts with { AddressBounces = true })
                .ShouldBe(SecondFactorRules.IsAsked(Policy(mode), facts));
        }
    }

    [Fact]
    public void MF_16_WhatTheTenantDoesNotAccept_IsNotAvailable() =>
        SecondFactorRules.Available(Policy(SecondFactorMode.Required, FactorMethod.App, FactorMethod.Passkey), Everything)
            .ShouldBe([FactorMethod.Passkey, FactorMethod.App]);

    [Fact]
    public void MF_16_WhereThereAreNoSecondFactors_NothingIsAvailable() =>
        SecondFactorRules.Available(Policy(SecondFactorMode.Off), Everything).ShouldBeEmpty();

    [Theory]
    [InlineData(SecondFactorMode.Required, false, true, true)]
    [InlineData(SecondFactorMode.Required, false, false, false)]
    [InlineData(SecondFactorMode.Optional, false, true, false)]
    [InlineData(SecondFactorMode.Optional, true, true, true)]
    [InlineData(SecondFactorMode.Optional, true, false, false)]
    public void USER_4_AnEmailedCode_NeedsAnAddressAndNoSetUpWhereAFactorIsDemanded(
        SecondFactorMode mode, bool wants, bool address, bool usable) =>
        SecondFactorRules.Usable(Policy(mode), Nothing with { WantsEmailCodes = wants, HasAddress = address })
            .Contains(FactorMethod.EmailCode).ShouldBe(usable);

    [Theory]
    [InlineData(SecondFactorMode.Off, 1, 0, false)]
    [InlineData(SecondFactorMode.Optional, 0, 0, false)]
    [InlineData(SecondFactorMode.Optional, 1, 0, true)]
    [InlineData(SecondFactorMode.Optional, 0, 1, false)]
    [InlineData(SecondFactorMode.Required, 0, 1, true)]
    [InlineData(SecondFactorMode.Required, 0, 0, false)]
    public void LOGIN_4_ASecondStep_IsAskedOfWhoMustOrWants(SecondFactorMode mode, int apps, int passkeys, bool asked) =>
        SecondFactorRules.IsAsked(Policy(mode), Nothing with { Apps = apps, Passkeys = passkeys }).ShouldBe(asked);

    [Fact]
    public void LOGIN_4_ARecoveryCodeAlone_IsAskedOfWhoMustHaveAFactor_AndLeavesItToSetOneUp()
    {
        var facts = Nothing with { RecoveryCodes = 1 };
        SecondFactorRules.IsAsked(Policy(SecondFactorMode.Required), facts).ShouldBeTrue();
        SecondFactorRules.NeedsEnrolment(Policy(SecondFactorMode.Required), facts).ShouldBeTrue();
        SecondFactorRules.IsAsked(Policy(SecondFactorMode.Optional), facts).ShouldBeFalse();
    }

    [Theory]
    [InlineData(SecondFactorMode.Required, 0, true)]
    [InlineData(SecondFactorMode.Required, 1, false)]
    [InlineData(SecondFactorMode.Optional, 0, false)]
    public void MFA_7_WhoMustAndHasNone_SetsOneUpFirst(SecondFactorMode mode, int apps, bool enrol) =>
        SecondFactorRules.NeedsEnrolment(Policy(mode), Nothing with { Apps = apps }).ShouldBe(enrol);

    [Fact]
    public void MF_21_TheLastFactor_StaysWhereOneIsDemanded()
    {
        SecondFactorRules.MayBeLeftWith(Policy(SecondFactorMode.Required), Nothing).ShouldBeFalse();
        SecondFactorRules.MayBeLeftWith(Policy(SecondFactorMode.Required), Nothing with { Passkeys = 1 }).ShouldBeTrue();
        SecondFactorRules.MayBeLeftWith(Policy(SecondFactorMode.Optional), Nothing).ShouldBeTrue();
    }

    [Fact]
    public void MFA_2_AnAppIsAskedForFirst_ElseTheStrongest()
    {
        SecondFactorRules.First([FactorMethod.Passkey, FactorMethod.App, FactorMethod.EmailCode]).ShouldBe(FactorMethod.App);
        SecondFactorRules.First([FactorMethod.EmailCode, FactorMethod.RecoveryCode]).ShouldBe(FactorMethod.EmailCode);
    }

    private static FactorPolicy Policy(SecondFactorMode mode, params FactorMethod[] methods) =>
        new(mode, (methods.Length > 0 ? methods : Enum.GetValues<FactorMethod>()).ToHashSet());
}
