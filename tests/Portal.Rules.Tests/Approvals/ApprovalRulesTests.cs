using Portal.Rules.Approvals;
using Shouldly;

namespace Portal.Rules.Tests.Approvals;

public sealed class ApprovalRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 13, 0, 0, 0, TimeSpan.Zero);
    private static readonly ApprovalPerson Asker = new(Guid.NewGuid(), "asker@portal.test");
    private static readonly ApprovalPerson Second = new(Guid.NewGuid(), "second@portal.test");

    [Fact]
    public void ADMIN_11_AnotherPersonWithTheRightDecides() => Decide().ShouldBe(ApprovalVerdict.Allowed);

    [Fact]
    public void ADMIN_11_WithoutTheRightNobodyDecides() => Decide(mayAct: false).ShouldBe(ApprovalVerdict.Forbidden);

    [Fact]
    public void ADMIN_11_NobodyDecidesAboutItsOwn_NotEvenByAnotherAccountOfTheSameAddress()
    {
        Decide(by: Asker).ShouldBe(ApprovalVerdict.OneSelf);
        Decide(by: Second with { Email = Asker.Email }).ShouldBe(ApprovalVerdict.OneSelf);
    }

    [Fact]
    public void AZ_06_NobodyDecidesAboutWhatItIsToBeGranted() => Decide(subject: Second.UserId).ShouldBe(ApprovalVerdict.Concerned);

    [Theory]
    [InlineData(-1, ApprovalVerdict.Allowed)]
    [InlineData(0, ApprovalVerdict.Over)]
    [InlineData(1, ApprovalVerdict.Over)]
    public void ADMIN_11_FromTheMomentItEndsNobodyDecides(int seconds, ApprovalVerdict verdict) =>
        Decide(at: Now.AddHours(24).AddSeconds(seconds)).ShouldBe(verdict);

    [Fact]
    public void ADMIN_11_WhatIsDecidedStays() => Decide(isDecided: true).ShouldBe(ApprovalVerdict.Over);

    private static ApprovalVerdict Decide(ApprovalPerson? by = null, bool mayAct = true, Guid? subject = null, bool isDecided = false,
        DateTimeOffset? at = null) =>
        ApprovalRules.Decide(new ApprovalFacts(Asker, subject, Now.AddHours(24), isDecided), by ?? Second, mayAct, at ?? Now);
}
