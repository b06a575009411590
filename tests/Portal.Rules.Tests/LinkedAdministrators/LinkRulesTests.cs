using Portal.Rules.LinkedAdministrators;
using Portal.Rules.Standing;

namespace Portal.Rules.Tests.LinkedAdministrators;

public sealed class LinkRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 4, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Within = TimeSpan.FromDays(30);

    private static readonly LinkFacts Good = new(AccountStanding.Good, IsAdministrator: true, IsLocked: false, HasOwnPassword: true,
        StaleSince: null, ProvedFactor: false, AsksFactor: false);

    public static TheoryData<string, LinkFacts, LinkDecision> Table => new()
    {
        { "all is well", Good, new LinkDecision.Opens(null) },
        { "disabled", Good with { Standing = AccountStanding.Disabled }, Refused(LinkHindrance.Closed) },
        { "contract suspended", Good with { Standing = AccountStanding.ContractSuspended }, Refused(LinkHindrance.Closed) },
        { "last day over", Good with { Standing = AccountStanding.ValidityEnded }, Refused(LinkHindrance.Closed) },
        { "no administrator any more", Good with { IsAdministrator = false }, Refused(LinkHindrance.Closed) },
        { "locked", Good with { IsLocked = true }, Refused(LinkHindrance.Locked) },
        { "initialised", Good with { HasOwnPassword = false }, Refused(LinkHindrance.PasswordUnset) },
        { "factor added since", Good with { AsksFactor = true }, Refused(LinkHindrance.FactorUnproven) },
        { "factor proven", Good with { AsksFactor = true, ProvedFactor = true }, new LinkDecision.Opens(null) },
        { "factor given up", Good with { ProvedFactor = true }, new LinkDecision.Opens(null) },
        { "password changed today", Changed(0), new LinkDecision.Opens(Now.AddDays(30)) },
        { "changed, last moment", Changed(30, minutes: 1), new LinkDecision.Opens(Now.AddMinutes(1)) },
        { "changed, time over", Changed(30), Refused(LinkHindrance.ConfirmationOverdue) },
        { "locked and overdue", Changed(40) with { IsLocked = true }, Refused(LinkHindrance.Locked) },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void LINK_5_ALinkOpens_WhereNothingStandsAgainstIt(string when, LinkFacts facts, LinkDecision decision) =>
        LinkRules.Decide(facts, Within, Now).ShouldBe(decision, when);

    [Fact]
    public void LINK_5_WithoutDaysToConfirm_ANewPasswordClosesTheLinkAtOnce() =>
        LinkRules.Decide(Changed(0), TimeSpan.Zero, Now).ShouldBe(Refused(LinkHindrance.ConfirmationOverdue));

    [Theory]
    [InlineData(AccountStanding.Good, true, 0, true)]
    [InlineData(AccountStanding.Good, true, 29, true)]
    [InlineData(AccountStanding.Good, true, 30, false)]
    [InlineData(AccountStanding.Good, false, 0, false)]
    [InlineData(AccountStanding.Disabled, true, 0, false)]
    [InlineData(AccountStanding.ContractSuspended, true, 0, false)]
    [InlineData(AccountStanding.ValidityEnded, true, 0, false)]
    public void LINK_7_WhatIsOpen_GoesOnWhileTheLinkHolds(
        AccountStanding standing, bool isAdministrator, int changedDaysAgo, bool goesOn) =>
        LinkRules.GoesOn(standing, isAdministrator, Now.AddDays(-changedDaysAgo), Within, Now).ShouldBe(goesOn);

    [Fact]
    public void LINK_7_WhatIsOpen_GoesOnForeverWhileThePasswordIsTheOneEntered() =>
        LinkRules.GoesOn(AccountStanding.Good, isAdministrator: true, staleSince: null, TimeSpan.Zero, Now).ShouldBeTrue();

    private static LinkFacts Changed(int daysAgo, int minutes = 0) =>
        Good with { StaleSince = Now.AddDays(-daysAgo).AddMinutes(minutes) };

    private static LinkDecision.Refused Refused(LinkHindrance why) => new(why);
}
