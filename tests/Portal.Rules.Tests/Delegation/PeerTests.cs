using Portal.Rules.Delegation;
using Shouldly;

namespace Portal.Rules.Tests.Delegation;

/// <summary>Users of one login ID look after one another (USER-3).</summary>
public sealed class PeerTests
{
    private const string LoginId = "r100001";
    private static readonly Guid Contract = Guid.NewGuid();
    private static readonly Actor Taro = new(Guid.NewGuid(), AccountRole.Member, Contract, null, LoginId);
    private static readonly Subject Hanako =
        new(Guid.NewGuid(), AccountRole.Member, Contract, Disabled: false, IsLastActiveManager: false, PeerGroup: LoginId);

    public static TheoryData<DelegatedAct> EveryAct => [.. Enum.GetValues<DelegatedAct>()];

    [Theory]
    [MemberData(nameof(EveryAct))]
    public void USER_3_APeerSeesAddsAndRemoves_AndNothingElse(DelegatedAct act)
    {
        var verdict = act is DelegatedAct.See or DelegatedAct.Register or DelegatedAct.Remove
            ? DelegationVerdict.Allowed
            : DelegationVerdict.Forbidden;
        DelegationRules.Decide(Taro, Hanako, act).ShouldBe(verdict);
        DelegationRules.Decide(Taro, Hanako with { Disabled = true }, act).ShouldBe(verdict);
        DelegationRules.MayInContract(Taro, act).ShouldBe(verdict == DelegationVerdict.Allowed);
    }

    [Theory]
    [MemberData(nameof(EveryAct))]
    public void USER_3_WhoeverIsNoPeer_DoesNotExist(DelegatedAct act)
    {
        DelegationRules.Decide(Taro, Hanako with { PeerGroup = "r100002" }, act).ShouldBe(DelegationVerdict.Hidden);
        DelegationRules.Decide(Taro, Hanako with { PeerGroup = null }, act).ShouldBe(DelegationVerdict.Hidden);
        DelegationRules.Decide(Taro, Hanako with { ContractId = Guid.NewGuid() }, act).ShouldBe(DelegationVerdict.Hidden);
        DelegationRules.Decide(Taro with { ContractId = null }, Hanako with { ContractId = null }, act).ShouldBe(DelegationVerdict.Hidden);
        DelegationRules.Decide(Taro with { PeerGroup = null }, Hanako with { PeerGroup = null }, act).ShouldBe(DelegationVerdict.Hidden);
        DelegationRules.Decide(Taro, Hanako with { Role = AccountRole.Manager }, act).ShouldBe(DelegationVerdict.Hidden);
    }

    [Theory]
    [InlineData(DelegatedAct.See, DelegationVerdict.Allowed)]
    [InlineData(DelegatedAct.EditDetails, DelegationVerdict.Allowed)]
    [InlineData(DelegatedAct.Remove, DelegationVerdict.OneSelf)]
    [InlineData(DelegatedAct.EditRecovery, DelegationVerdict.Forbidden)]
    [InlineData(DelegatedAct.GrantRole, DelegationVerdict.Forbidden)]
    public void USER_3_NobodyRemovesTheAddressTheyAreSignedInWith(DelegatedAct act, DelegationVerdict verdict) =>
        DelegationRules.Decide(Taro, Hanako with { UserId = Taro.UserId }, act).ShouldBe(verdict);

    [Fact]
    public void USER_3_APeerRegistersInItsContractAlone()
    {
        DelegationRules.MayRegister(Taro, Contract).ShouldBeTrue();
        DelegationRules.MayRegister(Taro, Guid.NewGuid()).ShouldBeFalse();
        DelegationRules.MayRegister(Taro with { PeerGroup = null }, Contract).ShouldBeFalse();
    }
}
