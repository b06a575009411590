using Portal.Rules.Standing;

namespace Portal.Rules.Tests.Standing;

public sealed class StandingRulesTests
{
    private static readonly DateOnly Today = new(2026, 5, 13);
    private static readonly StandingFacts Good = new(false, false, false, null);

    public static TheoryData<StandingFacts, AccountStanding> Obstacles => new()
    {
        { Good, AccountStanding.Good },
        { Good with { TenantSuspended = true }, AccountStanding.TenantSuspended },
        { Good with { ContractSuspended = true }, AccountStanding.ContractSuspended },
        { Good with { IsDisabled = true }, AccountStanding.Disabled },
        { Good with { LastDay = Today.AddDays(-1) }, AccountStanding.ValidityEnded },
    };

    [Theory]
    [MemberData(nameof(Obstacles))]
    public void LOGIN_2_WhatStandsInTheWay_IsNamed(StandingFacts facts, AccountStanding standing) =>
        StandingRules.Of(facts, Today).ShouldBe(standing);

    [Theory]
    [InlineData(-1, AccountStanding.ValidityEnded)]
    [InlineData(0, AccountStanding.Good)]
    [InlineData(1, AccountStanding.Good)]
    public void OPER_7_TheLastDay_IsOneStill(int days, AccountStanding standing) =>
        StandingRules.Of(Good with { LastDay = Today.AddDays(days) }, Today).ShouldBe(standing);

    [Fact]
    public void LOGIN_2_OfSeveral_TheWidestIsNamed()
    {
        var all = new StandingFacts(true, true, true, Today.AddDays(-1));

        StandingRules.Of(all, Today).ShouldBe(AccountStanding.TenantSuspended);
        StandingRules.Of(all with { TenantSuspended = false }, Today).ShouldBe(AccountStanding.ContractSuspended);
        StandingRules.Of(all with { TenantSuspended = false, ContractSuspended = false }, Today).ShouldBe(AccountStanding.Disabled);
    }
}
