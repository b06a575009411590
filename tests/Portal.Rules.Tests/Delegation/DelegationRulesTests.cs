using Portal.Rules.Delegation;
using Shouldly;

namespace Portal.Rules.Tests.Delegation;

public sealed class DelegationRulesTests
{
    private static readonly Guid Own = Guid.NewGuid();
    private static readonly Guid Foreign = Guid.NewGuid();
    private static readonly Actor Parent = new(Guid.NewGuid(), AccountRole.Manager, Own, null);
    private static readonly Actor Linked = new(Guid.NewGuid(), AccountRole.LinkedManager, Own, null);
    private static readonly Actor ChildActor = new(Guid.NewGuid(), AccountRole.Member, Own, null);
    private static readonly Subject Child = new(Guid.NewGuid(), AccountRole.Member, Own, Disabled: false, IsLastActiveManager: false);
    private static readonly Subject OtherParent =
        new(Guid.NewGuid(), AccountRole.Manager, Own, Disabled: false, IsLastActiveManager: false);

    public static TheoryData<DelegatedAct> EveryAct => [.. Enum.GetValues<DelegatedAct>()];

    [Theory]
    [MemberData(nameof(EveryAct))]
    public void OPER_4_AParent_ManagesItsChildrenAndTheOtherParents(DelegatedAct act)
    {
        DelegationRules.Decide(Parent, Child, act).ShouldBe(DelegationVerdict.Allowed);
        DelegationRules.Decide(Parent, Child with { Disabled = true }, act).ShouldBe(DelegationVerdict.Allowed);
        DelegationRules.Decide(Parent, OtherParent, act)
            .ShouldBe(act == DelegatedAct.ActFor ? DelegationVerdict.Forbidden : DelegationVerdict.Allowed);
    }

    [Theory]
    [MemberData(nameof(EveryAct))]
    public void OPER_5_AnotherContractsOperator_DoesNotExist(DelegatedAct act)
    {
        DelegationRules.Decide(Parent, Child with { ContractId = Foreign }, act).ShouldBe(DelegationVerdict.Hidden);
        DelegationRules.Decide(Parent, OtherParent with { ContractId = Foreign, IsLastActiveManager = true }, act)
            .ShouldBe(DelegationVerdict.Hidden);
        DelegationRules.Decide(Parent, Child with { ContractId = null }, act).ShouldBe(DelegationVerdict.Hidden);
        DelegationRules.Decide(Parent with { ContractId = null }, Child with { ContractId = null }, act).ShouldBe(DelegationVerdict.Hidden);
    }

    [Theory]
    [MemberData(nameof(EveryAct))]
    public void OPER_5_AChild_HasNoChildrenAndSeesNoOne(DelegatedAct act)
    {
        DelegationRules.Decide(ChildActor, Child, act).ShouldBe(DelegationVerdict.Hidden);
        DelegationRules.Decide(ChildActor, OtherParent, act).ShouldBe(DelegationVerdict.Hidden);
    }

    [Theory]
    [InlineData(DelegatedAct.See, DelegationVerdict.Allowed)]
    [InlineData(DelegatedAct.EditDetails, DelegationVerdict.Allowed)]
    [InlineData(DelegatedAct.EditRecovery, DelegationVerdict.Forbidden)]
    [InlineData(DelegatedAct.Register, DelegationVerdict.Forbidden)]
    [InlineData(DelegatedAct.ReleaseLockout, DelegationVerdict.Forbidden)]
    [InlineData(DelegatedAct.IssueTemporaryPassword, DelegationVerdict.Forbidden)]
    [InlineData(DelegatedAct.Disable, DelegationVerdict.Forbidden)]
    [InlineData(DelegatedAct.Enable, DelegationVerdict.Forbidden)]
    [InlineData(DelegatedAct.SeeHistory, DelegationVerdict.Forbidden)]
    [InlineData(DelegatedAct.Export, DelegationVerdict.Forbidden)]
    [InlineData(DelegatedAct.EndSessions, DelegationVerdict.Forbidden)]
    [InlineData(DelegatedAct.GrantRole, DelegationVerdict.Forbidden)]
    [InlineData(DelegatedAct.RemoveFactor, DelegationVerdict.Forbidden)]
    [InlineData(DelegatedAct.ChangeLoginId, DelegationVerdict.Forbidden)]
    [InlineData(DelegatedAct.SendResetLink, DelegationVerdict.Forbidden)]
    [InlineData(DelegatedAct.Remove, DelegationVerdict.Forbidden)]
    [InlineData(DelegatedAct.ActFor, DelegationVerdict.Forbidden)]
    public void OPER_4_AChild_SeesItselfButDoesNotChangeItsWayBackIn(DelegatedAct act, DelegationVerdict verdict) =>
        DelegationRules.Decide(ChildActor, Itself(ChildActor), act).ShouldBe(verdict);

    [Theory]
    [InlineData(DelegatedAct.See, DelegationVerdict.Allowed)]
    [InlineData(DelegatedAct.Register, DelegationVerdict.Allowed)]
    [InlineData(DelegatedAct.EditDetails, DelegationVerdict.Allowed)]
    [InlineData(DelegatedAct.EditRecovery, DelegationVerdict.Allowed)]
    [InlineData(DelegatedAct.SeeHistory, DelegationVerdict.Allowed)]
    [InlineData(DelegatedAct.Export, DelegationVerdict.Allowed)]
    [InlineData(DelegatedAct.EndSessions, DelegationVerdict.Allowed)]
    [InlineData(DelegatedAct.ReleaseLockout, DelegationVerdict.OneSelf)]
    [InlineData(DelegatedAct.IssueTemporaryPassword, DelegationVerdict.OneSelf)]
    [InlineData(DelegatedAct.Disable, DelegationVerdict.OneSelf)]
    [InlineData(DelegatedAct.Enable, DelegationVerdict.OneSelf)]
    [InlineData(DelegatedAct.GrantRole, DelegationVerdict.OneSelf)]
    [InlineData(DelegatedAct.RemoveFactor, DelegationVerdict.OneSelf)]
    [InlineData(DelegatedAct.ChangeLoginId, DelegationVerdict.Allowed)]
    [InlineData(DelegatedAct.SendResetLink, DelegationVerdict.OneSelf)]
    [InlineData(DelegatedAct.Remove, DelegationVerdict.OneSelf)]
    [InlineData(DelegatedAct.ActFor, DelegationVerdict.OneSelf)]
    public void CONT_4_NobodyDisablesOrDemotesThemselves(DelegatedAct act, DelegationVerdict verdict)
    {
        DelegationRules.Decide(Parent, Itself(Parent), act).ShouldBe(verdict);
        DelegationRules.Decide(Parent, Itself(Parent) with { IsLastActiveManager = true }, act).ShouldBe(verdict);
    }

    [Theory]
    [InlineData(DelegatedAct.Disable, DelegationVerdict.LastManager)]
    [InlineData(DelegatedAct.GrantRole, DelegationVerdict.LastManager)]
    [InlineData(DelegatedAct.Remove, DelegationVerdict.LastManager)]
    [InlineData(DelegatedAct.EditDetails, DelegationVerdict.Allowed)]
    [InlineData(DelegatedAct.ReleaseLockout, DelegationVerdict.Allowed)]
    public void CONT_4_AContractsLastManager_IsNeitherDisabledNorDemoted(DelegatedAct act, DelegationVerdict verdict) =>
        DelegationRules.Decide(Parent, OtherParent with { IsLastActiveManager = true }, act).ShouldBe(verdict);

    [Theory]
    [MemberData(nameof(EveryAct))]
    public void LINK_5_ALinkedManager_IsNobodysManagerByItself(DelegatedAct act)
    {
        foreach (var linked in new[] { Linked, Linked with { ContractId = null } })
        {
            DelegationRules.Decide(linked, Child, act).ShouldBe(DelegationVerdict.Hidden);
            DelegationRules.Decide(linked, OtherParent, act).ShouldBe(DelegationVerdict.Hidden);
            DelegationRules.Decide(linked, Itself(linked), act).ShouldBe(DelegationVerdict.Forbidden);
            DelegationRules.MayInContract(linked, act).ShouldBeFalse();
        }

        DelegationRules.MayGrantPermissions(Linked, Acts("")).ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(EveryAct))]
    public void CONT_5_WithoutItsPermission_AnActIsForbidden(DelegatedAct act)
    {
        var without = Parent with { Permissions = Enum.GetValues<DelegatedAct>().Except([act]).ToHashSet() };
        var withNothingElse = Parent with { Permissions = new HashSet<DelegatedAct> { act } };
        var verdict = act == DelegatedAct.Export ? DelegationVerdict.Forbidden : DelegationVerdict.Allowed;

        DelegationRules.Decide(without, Child, act).ShouldBe(DelegationVerdict.Forbidden);
        DelegationRules.Decide(without, Child with { ContractId = Foreign }, act).ShouldBe(DelegationVerdict.Hidden);
        DelegationRules.Decide(withNothingElse, Child, act).ShouldBe(verdict, "AZ-23: a file alone needs a second one, to see");
    }

    [Theory]
    [Trait("Review", "S14")]
    [InlineData(null, true)]
    [InlineData("See Export", true)]
    [InlineData("Export", false)]
    [InlineData("SeeHistory Export", false)]
    [InlineData("See", false)]
    public void AZ_23_NobodyTakesAwayWhatItMayNotSee(string? permissions, bool may)
    {
        var actor = Parent with { Permissions = Acts(permissions) };
        var verdict = may ? DelegationVerdict.Allowed : DelegationVerdict.Forbidden;

        DelegationRules.MayInContract(actor, DelegatedAct.Export).ShouldBe(may);
        DelegationRules.Decide(actor, Child, DelegatedAct.Export).ShouldBe(verdict);
        DelegationRules.Decide(actor, OtherParent, DelegatedAct.Export).ShouldBe(verdict);
    }

    [Fact]
    public void CONT_5_Oneself_IsAlwaysSeen()
    {
        var bare = Parent with { Permissions = new HashSet<DelegatedAct>() };

        DelegationRules.Decide(bare, Itself(bare), DelegatedAct.See).ShouldBe(DelegationVerdict.Allowed);
        DelegationRules.Decide(bare, Itself(bare), DelegatedAct.EditDetails).ShouldBe(DelegationVerdict.Forbidden);
        DelegationRules.Decide(bare, Itself(bare), DelegatedAct.Disable).ShouldBe(DelegationVerdict.OneSelf);
    }

    [Theory]
    [MemberData(nameof(EveryAct))]
    public void ADMIN_11_Staff_AreNeverDecidedAsCustomers(DelegatedAct act)
    {
        var agent = new Actor(Guid.NewGuid(), AccountRole.Agent, Own, null);

        DelegationRules.Decide(agent, Itself(agent), act).ShouldBe(DelegationVerdict.Forbidden);
        DelegationRules.Decide(agent, Child, act).ShouldBe(DelegationVerdict.Hidden);
        DelegationRules.Decide(Parent, Child with { Role = AccountRole.Agent }, act).ShouldBe(DelegationVerdict.Hidden);
        DelegationRules.Decide(Parent, Child with { Role = AccountRole.LinkedManager }, act).ShouldBe(DelegationVerdict.Hidden);
    }

    [Fact]
    public void OPER_5_OnlyAManagerRegisters_AndOnlyInItsContract()
    {
        DelegationRules.MayRegister(Parent, Own).ShouldBeTrue();
        DelegationRules.MayRegister(Linked, Own).ShouldBeFalse();
        DelegationRules.MayRegister(Parent, Foreign).ShouldBeFalse();
        DelegationRules.MayRegister(Parent with { ContractId = null }, Own).ShouldBeFalse();
        DelegationRules.MayRegister(ChildActor, Own).ShouldBeFalse();
        DelegationRules.MayRegister(Parent with { Permissions = new HashSet<DelegatedAct> { DelegatedAct.See } }, Own).ShouldBeFalse();
    }

    [Theory]
    [InlineData(null, null, true)]
    [InlineData(null, "See", true)]
    [InlineData("See GrantRole", "See", true)]
    [InlineData("See GrantRole", "See GrantRole", true)]
    [InlineData("See GrantRole", "", true)]
    [InlineData("See GrantRole", "See Export", false)]
    [InlineData("See GrantRole", null, false)]
    [InlineData("See Export", "See", false)]
    public void CONT_5_NobodyGrantsMoreThanTheyHave(string? own, string? granted, bool may) =>
        DelegationRules.MayGrantPermissions(Parent with { Permissions = Acts(own) }, Acts(granted)).ShouldBe(may);

    [Theory]
    [Trait("Review", "S14")]
    [InlineData(DelegatedAct.EditRecovery, true)]
    [InlineData(DelegatedAct.ChangeLoginId, true)]
    [InlineData(DelegatedAct.IssueTemporaryPassword, true)]
    [InlineData(DelegatedAct.RemoveFactor, true)]
    [InlineData(DelegatedAct.GrantRole, true)]
    [InlineData(DelegatedAct.Disable, true)]
    [InlineData(DelegatedAct.Enable, true)]
    [InlineData(DelegatedAct.EndSessions, true)]
    [InlineData(DelegatedAct.Remove, true)]
    [InlineData(DelegatedAct.EditDetails, false)]
    [InlineData(DelegatedAct.ReleaseLockout, false)]
    [InlineData(DelegatedAct.SendResetLink, false)]
    public void AZ_06_NobodyGetsHoldOfAManagerWhoMayMore(DelegatedAct act, bool givesPower)
    {
        var limited = Parent with { Permissions = Enum.GetValues<DelegatedAct>().Except([DelegatedAct.Export]).ToHashSet() };
        var verdict = givesPower ? DelegationVerdict.Forbidden : DelegationVerdict.Allowed;

        DelegationRules.Decide(limited, OtherParent, act).ShouldBe(verdict);
        DelegationRules.Decide(limited, OtherParent with { Permissions = Acts("See Export") }, act).ShouldBe(verdict);
        DelegationRules.Decide(limited, OtherParent with { Permissions = limited.Permissions }, act).ShouldBe(DelegationVerdict.Allowed);
        DelegationRules.Decide(limited, Child, act).ShouldBe(DelegationVerdict.Allowed);
    }

    [Fact]
    public void CONT_5_AMember_GrantsNothing() => DelegationRules.MayGrantPermissions(ChildActor, Acts("")).ShouldBeFalse();

    private static HashSet<DelegatedAct>? Acts(string? names) =>
        names?.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<DelegatedAct>).ToHashSet();

    private static Subject Itself(Actor actor) =>
        new(actor.UserId, actor.Role, actor.ContractId, Disabled: false, IsLastActiveManager: false);
}
