using Portal.Rules.Delegation;
using Shouldly;

namespace Portal.Rules.Tests.Delegation;

public sealed class StaffAccountRulesTests
{
    private static readonly Guid Own = Guid.NewGuid();
    private static readonly Guid OwnToo = Guid.NewGuid();
    private static readonly Guid Foreign = Guid.NewGuid();
    private static readonly StaffActor Administrator = new(Guid.NewGuid(), AccountRole.TenantAdministrator, Set(Own, OwnToo));
    private static readonly StaffActor System = new(Guid.NewGuid(), AccountRole.SystemAdministrator, Set());

    [Fact]
    public void ADMIN_11_AnAdministratorSeesWhoLooksAfterOneOfItsTenants()
    {
        StaffAccountRules.See(Administrator, Somebody(AccountRole.Agent, Own, Foreign)).ShouldBe(StaffVerdict.Allowed);
        StaffAccountRules.See(Administrator, Somebody(AccountRole.Agent, Foreign)).ShouldBe(StaffVerdict.Hidden);
        StaffAccountRules.See(Administrator, Somebody(AccountRole.SystemAdministrator)).ShouldBe(StaffVerdict.Hidden);
        StaffAccountRules.See(System, Somebody(AccountRole.Agent, Foreign)).ShouldBe(StaffVerdict.Allowed);
    }

    [Theory]
    [InlineData(AccountRole.Member)]
    [InlineData(AccountRole.Manager)]
    [InlineData(AccountRole.LinkedManager)]
    [InlineData(AccountRole.Agent)]
    public void AZ_06_WhoIsNoAdministratorSeesAndGrantsNothing(AccountRole role)
    {
        var actor = new StaffActor(Guid.NewGuid(), role, Set(Own));
        StaffAccountRules.See(actor, Somebody(AccountRole.Agent, Own)).ShouldBe(StaffVerdict.Hidden);
        StaffAccountRules.DecideInvitation(actor, Rights(AccountRole.Agent, Own)).ShouldBe(StaffVerdict.Forbidden);
    }

    [Fact]
    public void AZ_06_WhoHoldsMoreOrReachesFurtherIsNotTouched()
    {
        StaffAccountRules.Decide(Administrator, Somebody(AccountRole.Agent, Own)).ShouldBe(StaffVerdict.Allowed);
        StaffAccountRules.Decide(Administrator, Somebody(AccountRole.TenantAdministrator, Own, OwnToo)).ShouldBe(StaffVerdict.Allowed);
        StaffAccountRules.Decide(Administrator, Somebody(AccountRole.Agent, Own, Foreign)).ShouldBe(StaffVerdict.Forbidden);
        StaffAccountRules.Decide(Administrator, Somebody(AccountRole.SystemAdministrator, Own)).ShouldBe(StaffVerdict.Forbidden);
        StaffAccountRules.Decide(System, Somebody(AccountRole.SystemAdministrator)).ShouldBe(StaffVerdict.Allowed);
    }

    [Theory]
    [InlineData(AccountRole.Member, StaffVerdict.Forbidden)]
    [InlineData(AccountRole.Manager, StaffVerdict.Forbidden)]
    [InlineData(AccountRole.LinkedManager, StaffVerdict.Forbidden)]
    [InlineData(AccountRole.Agent, StaffVerdict.Allowed)]
    [InlineData(AccountRole.TenantAdministrator, StaffVerdict.Allowed)]
    [InlineData(AccountRole.SystemAdministrator, StaffVerdict.Forbidden)]
    public void ADMIN_11_WhomAnAdministratorInvites(AccountRole role, StaffVerdict verdict) =>
        StaffAccountRules.DecideInvitation(Administrator, Rights(role, Own)).ShouldBe(verdict);

    [Fact]
    public void AZ_06_NobodyChangesItself()
    {
        var (self, top) = (new StaffSubject(Administrator.UserId, Rights(AccountRole.TenantAdministrator, Own, OwnToo)),
            new StaffSubject(System.UserId, Rights(AccountRole.SystemAdministrator)));
        StaffAccountRules.Decide(Administrator, self).ShouldBe(StaffVerdict.OneSelf);
        StaffAccountRules.DecideRights(Administrator, self, Rights(AccountRole.Agent, Own)).ShouldBe(StaffVerdict.OneSelf);
        StaffAccountRules.DecideRights(System, top, Rights(AccountRole.Agent, Own)).ShouldBe(StaffVerdict.OneSelf);
    }

    public static TheoryData<string, StaffVerdict> Changes => new()
    {
        { "Agent own -> Agent own", StaffVerdict.Allowed },
        { "Agent own -> TenantAdministrator own", StaffVerdict.Allowed },
        { "Agent own -> TenantAdministrator own owntoo", StaffVerdict.Allowed },
        { "TenantAdministrator own -> Agent own", StaffVerdict.Allowed },
        { "Agent own -> SystemAdministrator", StaffVerdict.Forbidden },
        { "Agent own -> Agent own foreign", StaffVerdict.Forbidden },
        { "Agent own foreign -> Agent foreign", StaffVerdict.Allowed },
        { "Agent own foreign -> Agent own owntoo foreign", StaffVerdict.Allowed },
        { "Agent own foreign -> Agent own", StaffVerdict.Forbidden },
        { "Agent own foreign -> TenantAdministrator own foreign", StaffVerdict.Forbidden },
        { "SystemAdministrator own -> Agent own", StaffVerdict.Forbidden },
        { "Agent foreign -> Agent own foreign", StaffVerdict.Hidden },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void ADMIN_11_AnAdministratorGrantsOnlyWhatItHolds_InItsOwnTenants(string change, StaffVerdict verdict)
    {
        var sides = change.Split(" -> ");
        StaffAccountRules.DecideRights(Administrator, new StaffSubject(Guid.NewGuid(), Read(sides[0])), Read(sides[1])).ShouldBe(verdict);
    }

    [Fact]
    public void ADMIN_11_ASystemAdministratorGrantsEverything()
    {
        StaffAccountRules.DecideRights(System, Somebody(AccountRole.Agent, Foreign), Rights(AccountRole.SystemAdministrator))
            .ShouldBe(StaffVerdict.Allowed);
        StaffAccountRules.DecideInvitation(System, Rights(AccountRole.SystemAdministrator)).ShouldBe(StaffVerdict.Allowed);
        StaffAccountRules.DecideInvitation(System, Rights(AccountRole.Manager))
            .ShouldBe(StaffVerdict.Forbidden, "customers' roles are no staff's");
    }

    [Theory]
    [InlineData(AccountRole.Agent, "")]
    [InlineData(AccountRole.TenantAdministrator, "Agent TenantAdministrator")]
    [InlineData(AccountRole.SystemAdministrator, "Agent TenantAdministrator SystemAdministrator")]
    public void AZ_06_RolesOfTheStaffThatMayBeGranted(AccountRole own, string roles) =>
        string.Join(' ', StaffAccountRules.Grantable(own)).ShouldBe(roles);

    private static StaffRights Read(string text)
    {
        var words = text.Split(' ');
        return new StaffRights(Enum.Parse<AccountRole>(words[0]),
            words.Skip(1).Select(word => word switch { "own" => Own, "owntoo" => OwnToo, _ => Foreign }).ToHashSet());
    }

    private static StaffSubject Somebody(AccountRole role, params Guid[] tenants) => new(Guid.NewGuid(), Rights(role, tenants));

    private static StaffRights Rights(AccountRole role, params Guid[] tenants) => new(role, Set(tenants));

    private static HashSet<Guid> Set(params Guid[] tenants) => [.. tenants];
}
