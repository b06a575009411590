using Portal.Rules.Delegation;
using Shouldly;

namespace Portal.Rules.Tests.Delegation;

/// <summary>Who works for which contracts beside its own, and who says so (CONT-2, CONT-5, AZ-06).</summary>
public sealed class MembershipRulesTests
{
    private static readonly Guid Contract = Guid.NewGuid();
    private static readonly Guid Elsewhere = Guid.NewGuid();
    private static readonly Guid Holder = Guid.NewGuid();
    private static readonly Actor Manager = new(Guid.NewGuid(), AccountRole.Manager, Contract, null);
    private static readonly MembershipCandidate Somebody = new(Guid.NewGuid(), AccountRole.Member, Elsewhere, Holder, IsMember: false);
    private static readonly MembershipGrant Member = new(AccountRole.Member, null);
    private static readonly MembershipGrant Everything = new(AccountRole.Manager, null);

    private static MembershipGrant Only(params Permission[] permissions) => new(AccountRole.Manager, Permissions.Acts(permissions));

    private static Actor With(params Permission[] permissions) => Manager with { Permissions = Permissions.Acts(permissions) };

    [Theory]
    [InlineData(AccountRole.Member)]
    [InlineData(AccountRole.Manager)]
    public void CONT_2_AManagerLetsInPeopleOfTheHoldersOtherContracts(AccountRole role) =>
        MembershipRules.Grant(Manager, Holder, Somebody with { Role = role }, Member).ShouldBe(MembershipVerdict.Allowed);

    [Theory]
    [InlineData(AccountRole.LinkedManager)]
    [InlineData(AccountRole.Agent)]
    [InlineData(AccountRole.TenantAdministrator)]
    [InlineData(AccountRole.SystemAdministrator)]
    public void CONT_2_NobodyElseHasMemberships(AccountRole role) =>
        MembershipRules.Grant(Manager, Holder, Somebody with { Role = role }, Member).ShouldBe(MembershipVerdict.Unknown);

    [Fact]
    public void EN_06_AnotherHoldersPerson_IsAsUnknownAsNobody()
    {
        MembershipRules.Grant(Manager, Holder, null, Member).ShouldBe(MembershipVerdict.Unknown);
        MembershipRules.Grant(Manager, Holder, Somebody with { HolderId = Guid.NewGuid() }, Member).ShouldBe(MembershipVerdict.Unknown);
        MembershipRules.Grant(Manager, Holder, Somebody with { ContractId = null, HolderId = null }, Member)
            .ShouldBe(MembershipVerdict.Unknown);
        MembershipRules.Grant(Manager, Holder, Somebody with { HolderId = Guid.NewGuid(), IsMember = true }, Member)
            .ShouldBe(MembershipVerdict.Unknown);
    }

    [Fact]
    public void CONT_2_WhoIsThereAlready_IsNotLetInAgain()
    {
        MembershipRules.Grant(Manager, Holder, Somebody with { ContractId = Contract }, Member).ShouldBe(MembershipVerdict.AtHome);
        MembershipRules.Grant(Manager, Holder, Somebody with { IsMember = true }, Member).ShouldBe(MembershipVerdict.Already);
    }

    [Fact]
    public void CONT_4_NobodyGrantsToItself() =>
        MembershipRules.Grant(Manager, Holder, Somebody with { UserId = Manager.UserId }, Everything).ShouldBe(MembershipVerdict.OneSelf);

    [Fact]
    public void AZ_06_NobodyGivesMoreThanItHas()
    {
        MembershipRules.Grant(With(Permission.See, Permission.Edit), Holder, Somebody, Member).ShouldBe(MembershipVerdict.Allowed);
        MembershipRules.Grant(With(Permission.See, Permission.Edit), Holder, Somebody, Only(Permission.See))
            .ShouldBe(MembershipVerdict.Allowed);
        MembershipRules.Grant(With(Permission.See, Permission.Edit), Holder, Somebody, Only(Permission.Export))
            .ShouldBe(MembershipVerdict.Forbidden);
        MembershipRules.Grant(With(Permission.See, Permission.Edit), Holder, Somebody, Everything).ShouldBe(MembershipVerdict.Forbidden);
        MembershipRules.Grant(With(Permission.See, Permission.Unlock), Holder, Somebody, Member).ShouldBe(MembershipVerdict.Forbidden);
        MembershipRules.Grant(Manager with { Role = AccountRole.Member }, Holder, Somebody, Member).ShouldBe(MembershipVerdict.Forbidden);
        MembershipRules.Grant(Manager with { ContractId = null }, Holder, Somebody, Member).ShouldBe(MembershipVerdict.Forbidden);
    }

    [Theory]
    [InlineData(AccountRole.LinkedManager)]
    [InlineData(AccountRole.Agent)]
    [InlineData(AccountRole.SystemAdministrator)]
    public void AZ_06_NobodyIsMadeMoreThanAManager(AccountRole role)
    {
        MembershipRules.Grant(Manager, Holder, Somebody, new MembershipGrant(role, null)).ShouldBe(MembershipVerdict.Forbidden);
        MembershipRules.Change(Manager, Somebody.UserId, Member, isLastManager: false, new MembershipGrant(role, null))
            .ShouldBe(MembershipVerdict.Forbidden);
    }

    [Fact]
    public void CONT_4_TheLastManagerStays()
    {
        MembershipRules.Change(Manager, Somebody.UserId, Everything, isLastManager: true, later: null)
            .ShouldBe(MembershipVerdict.LastManager);
        MembershipRules.Change(Manager, Somebody.UserId, Everything, isLastManager: true, Member).ShouldBe(MembershipVerdict.LastManager);
        MembershipRules.Change(Manager, Somebody.UserId, Everything, isLastManager: true, Only(Permission.See))
            .ShouldBe(MembershipVerdict.Allowed);
        MembershipRules.Change(Manager, Somebody.UserId, Everything, isLastManager: false, later: null).ShouldBe(MembershipVerdict.Allowed);
        MembershipRules.Change(Manager, Somebody.UserId, Member, isLastManager: true, later: null).ShouldBe(MembershipVerdict.Allowed);
    }

    [Fact]
    public void AZ_06_WhoMayMore_IsNotChangedByWhoMayLess()
    {
        var lesser = With(Permission.See, Permission.Edit);
        MembershipRules.Change(lesser, Somebody.UserId, Everything, isLastManager: false, later: null)
            .ShouldBe(MembershipVerdict.Forbidden);
        MembershipRules.Change(lesser, Somebody.UserId, Only(Permission.Reset), isLastManager: false, Member)
            .ShouldBe(MembershipVerdict.Forbidden);
        MembershipRules.Change(lesser, Somebody.UserId, Only(Permission.See), isLastManager: false, Everything)
            .ShouldBe(MembershipVerdict.Forbidden);
        MembershipRules.Change(lesser, Somebody.UserId, Only(Permission.See), isLastManager: false, later: null)
            .ShouldBe(MembershipVerdict.Allowed);
        MembershipRules.Change(With(Permission.See), Somebody.UserId, Member, isLastManager: false, later: null)
            .ShouldBe(MembershipVerdict.Forbidden);
    }

    [Fact]
    public void CONT_4_NobodyChangesItsOwn() =>
        MembershipRules.Change(Manager, Manager.UserId, Everything, isLastManager: false, Member).ShouldBe(MembershipVerdict.OneSelf);

    [Theory]
    [InlineData(DelegatedAct.Disable, DelegationVerdict.LastManager)]
    [InlineData(DelegatedAct.Remove, DelegationVerdict.LastManager)]
    [InlineData(DelegatedAct.EditDetails, DelegationVerdict.Allowed)]
    [InlineData(DelegatedAct.GrantRole, DelegationVerdict.Allowed)]
    public void CONT_4_AMember_MayBeAnotherContractsLastManager(DelegatedAct act, DelegationVerdict verdict) =>
        DelegationRules.Decide(Manager,
            new Subject(Guid.NewGuid(), AccountRole.Member, Contract, Disabled: false, IsLastActiveManager: false)
            {
                IsLastElsewhere = true,
            },
            act).ShouldBe(verdict);

    [Theory]
    [InlineData(DelegatedAct.EditRecovery, true)]
    [InlineData(DelegatedAct.ChangeLoginId, true)]
    [InlineData(DelegatedAct.IssueTemporaryPassword, true)]
    [InlineData(DelegatedAct.RemoveFactor, true)]
    [InlineData(DelegatedAct.Disable, true)]
    [InlineData(DelegatedAct.Enable, true)]
    [InlineData(DelegatedAct.EndSessions, true)]
    [InlineData(DelegatedAct.Remove, true)]
    [InlineData(DelegatedAct.GrantRole, false)]
    [InlineData(DelegatedAct.EditDetails, false)]
    [InlineData(DelegatedAct.ReleaseLockout, false)]
    [InlineData(DelegatedAct.SendResetLink, false)]
    public void AZ_06_NobodyGetsHoldOfWhoMayMoreInAnotherContract(DelegatedAct act, bool givesPower)
    {
        var limited = With(Permission.See, Permission.Edit, Permission.Unlock, Permission.Reset);
        var atHome = new Subject(Guid.NewGuid(), AccountRole.Member, Contract, Disabled: false, IsLastActiveManager: false);
        var verdict = givesPower ? DelegationVerdict.Forbidden : DelegationVerdict.Allowed;

        foreach (var subject in new[] { atHome, atHome with { Role = AccountRole.Manager, Permissions = limited.Permissions } })
        {
            DelegationRules.Decide(limited, subject with { Elsewhere = [Everything] }, act).ShouldBe(verdict);
            DelegationRules.Decide(limited, subject with { Elsewhere = [Member, Only(Permission.Export)] }, act).ShouldBe(verdict);
            DelegationRules.Decide(limited, subject with { Elsewhere = [Member] }, act).ShouldBe(DelegationVerdict.Allowed);
            DelegationRules.Decide(limited, subject with { Elsewhere = [Only(Permission.Reset) with { OfActor = Everything }] }, act)
                .ShouldBe(DelegationVerdict.Allowed);
            DelegationRules.Decide(Manager, subject with { Elsewhere = [Everything with { OfActor = Everything }] }, act)
                .ShouldBe(DelegationVerdict.Allowed);
        }
    }

    [Theory]
    [InlineData(DelegatedAct.EditRecovery, true)]
    [InlineData(DelegatedAct.ChangeLoginId, true)]
    [InlineData(DelegatedAct.IssueTemporaryPassword, true)]
    [InlineData(DelegatedAct.RemoveFactor, true)]
    [InlineData(DelegatedAct.Disable, false)]
    [InlineData(DelegatedAct.EndSessions, false)]
    [InlineData(DelegatedAct.Remove, false)]
    [InlineData(DelegatedAct.SendResetLink, false)]
    public void AZ_06_WhoManagesHomeAlone_GetsHoldOfNobodyWhoManagesAnotherContract_ButMayShutItOut(DelegatedAct act, bool takesHold)
    {
        var subject = new Subject(Guid.NewGuid(), AccountRole.Member, Contract, Disabled: false, IsLastActiveManager: false);
        foreach (var (own, holds) in new (MembershipGrant?, bool)[]
        {
            (null, false), (Member, false), (Only(Permission.See), false), (Only(Permission.Reset), true), (Everything, true),
        })
        {
            DelegationRules.Decide(Manager, subject with { Elsewhere = [Only(Permission.Reset) with { OfActor = own }] }, act)
                .ShouldBe(takesHold && !holds ? DelegationVerdict.Forbidden : DelegationVerdict.Allowed,
                    $"{own?.Role} {own?.Permissions?.Count}");
        }
    }

    [Theory]
    [InlineData(DelegatedAct.Disable, DelegationVerdict.LastManager)]
    [InlineData(DelegatedAct.Remove, DelegationVerdict.LastManager)]
    [InlineData(DelegatedAct.GrantRole, DelegationVerdict.Allowed)]
    public void CONT_4_AManagerToo_MayBeAnotherContractsLastOne_WhichItsRoleAtHomeDoesNotTouch(DelegatedAct act,
        DelegationVerdict verdict) => DelegationRules.Decide(Manager,
            new Subject(Guid.NewGuid(), AccountRole.Manager, Contract, Disabled: false, IsLastActiveManager: false)
            {
                IsLastElsewhere = true,
            },
            act).ShouldBe(verdict);
}
