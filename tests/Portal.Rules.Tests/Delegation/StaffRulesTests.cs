using Portal.Rules.Delegation;
using Shouldly;

namespace Portal.Rules.Tests.Delegation;

public sealed class StaffRulesTests
{
    private static readonly Guid Own = Guid.NewGuid();
    private static readonly Guid Foreign = Guid.NewGuid();

    [Theory]
    [InlineData(AccountRole.Member, false, false, false, false)]
    [InlineData(AccountRole.Manager, false, false, false, false)]
    [InlineData(AccountRole.LinkedManager, false, false, false, false)]
    [InlineData(AccountRole.Agent, true, false, false, false)]
    [InlineData(AccountRole.TenantAdministrator, true, false, true, false)]
    [InlineData(AccountRole.SystemAdministrator, true, true, true, true)]
    public void ADMIN_11_Roles_AreScopedByTenant(AccountRole role, bool seesOwn, bool seesForeign, bool administersOwn,
        bool administersForeign)
    {
        var actor = Staff(role);

        StaffRules.MaySeeTenant(actor, Own).ShouldBe(seesOwn);
        StaffRules.MaySeeTenant(actor, Foreign).ShouldBe(seesForeign);
        StaffRules.MayChangePolicies(actor, Own).ShouldBe(administersOwn);
        StaffRules.MayChangePolicies(actor, Foreign).ShouldBe(administersForeign);
    }

    [Theory]
    [InlineData(AccountRole.Member, "")]
    [InlineData(AccountRole.Manager, "")]
    [InlineData(AccountRole.LinkedManager, "")]
    [InlineData(AccountRole.Agent, "Member Manager LinkedManager")]
    [InlineData(AccountRole.TenantAdministrator, "Member Manager LinkedManager Agent TenantAdministrator")]
    [InlineData(AccountRole.SystemAdministrator, "Member Manager LinkedManager Agent TenantAdministrator SystemAdministrator")]
    public void ADMIN_11_NobodyGrantsMoreThanTheyHold(AccountRole own, string grantable) =>
        string.Join(' ', Enum.GetValues<AccountRole>().Where(role => StaffRules.MayGrant(own, role))).ShouldBe(grantable);

    [Fact]
    public void ADMIN_11_NobodyGrantsForATenantThatIsNotTheirs()
    {
        var administrator = Staff(AccountRole.TenantAdministrator);

        StaffRules.MayGrant(administrator, AccountRole.Agent, new HashSet<Guid> { Own }).ShouldBeTrue();
        StaffRules.MayGrant(administrator, AccountRole.Agent, new HashSet<Guid> { Own, Foreign }).ShouldBeFalse();
        StaffRules.MayGrant(administrator, AccountRole.SystemAdministrator, new HashSet<Guid> { Own }).ShouldBeFalse();
        StaffRules.MayGrant(Staff(AccountRole.SystemAdministrator), AccountRole.SystemAdministrator, new HashSet<Guid> { Own, Foreign })
            .ShouldBeTrue();
    }

    [Theory]
    [InlineData(AccountRole.Manager, false)]
    [InlineData(AccountRole.Agent, false)]
    [InlineData(AccountRole.TenantAdministrator, false)]
    [InlineData(AccountRole.SystemAdministrator, true)]
    public void ADMIN_11_OnlySystemAdministrators_ManageTenantsAndReleaseStaff(AccountRole role, bool may)
    {
        var actor = Staff(role);

        StaffRules.MayManageTenants(actor).ShouldBe(may);
        StaffRules.MayReleaseStaff(actor, Guid.NewGuid()).ShouldBe(may);
        StaffRules.MayReleaseStaff(actor, actor.UserId).ShouldBeFalse();
    }

    private static StaffActor Staff(AccountRole role) => new(Guid.NewGuid(), role, new HashSet<Guid> { Own });
}
