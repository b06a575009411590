using Portal.Rules.Throttling;

namespace Portal.Rules.Tests.Throttling;

public sealed class AttackRulesTests
{
    private static readonly Guid Site = Guid.NewGuid();

    [Theory]
    [InlineData(FailureSource.Address, 19, false)]
    [InlineData(FailureSource.Address, 20, true)]
    [InlineData(FailureSource.Account, 9, false)]
    [InlineData(FailureSource.Account, 10, true)]
    public void ADMIN_9_FromTheThresholdOnItIsAnAttack(FailureSource source, int failures, bool underWay)
    {
        var signs = AttackRules.Of([new FailureTally(source, Site, "198.51.100.7", failures)]);

        signs.IsUnderWay.ShouldBe(underWay);
        (source == FailureSource.Address ? signs.Addresses : signs.Accounts).Count.ShouldBe(underWay ? 1 : 0);
    }

    [Fact]
    public void ADMIN_9_TheMostFrequentStandFirst_AndNoMoreThanAFew()
    {
        var tallies = Enumerable.Range(1, 9).Select(i => new FailureTally(FailureSource.Account, Site, $"N{i}", 10 + (i % 3)));

        var signs = AttackRules.Of(tallies);

        signs.Accounts.Select(tally => tally.Name).ShouldBe(["N2", "N5", "N8", "N1", "N4"]);
        signs.Addresses.ShouldBeEmpty();
    }

    [Fact]
    public void ADMIN_9_WhatHasNoName_IsNobodys() =>
        AttackRules.Of([new FailureTally(FailureSource.Address, Guid.Empty, "", 500)]).IsUnderWay.ShouldBeFalse();
}
