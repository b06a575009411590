using Portal.Rules.Delegation;
using Shouldly;

namespace Portal.Rules.Tests.Delegation;

public sealed class PermissionsTests
{
    [Fact]
    public void CONT_5_EveryActNeedsOnePermission() =>
        Permissions.All.SelectMany(permission => Permissions.Acts([permission])).Order().ShouldBe(Enum.GetValues<DelegatedAct>().Order());

    [Theory]
    [InlineData(Permission.See, "See SeeHistory")]
    [InlineData(Permission.Create, "Register")]
    [InlineData(Permission.Edit,
        "EditDetails EditRecovery Disable Enable EndSessions GrantRole ChangeLoginId Remove ActFor GrantMembership")]
    [InlineData(Permission.Unlock, "ReleaseLockout")]
    [InlineData(Permission.Reset, "IssueTemporaryPassword RemoveFactor SendResetLink")]
    [InlineData(Permission.Export, "Export")]
    public void CONT_5_APermissionStandsForItsActs(Permission permission, string acts) =>
        string.Join(' ', Permissions.Acts([permission]).Order()).ShouldBe(acts);

    [Theory]
    [InlineData(new[] { Permission.Unlock }, new[] { Permission.See, Permission.Unlock })]
    [InlineData(new[] { Permission.Export, Permission.Create }, new[] { Permission.See, Permission.Create, Permission.Export })]
    [InlineData(new[] { Permission.See }, new[] { Permission.See })]
    [InlineData(new Permission[0], new Permission[0])]
    public void CONT_5_SeeingComesWithEveryOtherPermission(Permission[] granted, Permission[] had) =>
        Permissions.Complete(granted).ShouldBe(had);

    [Fact]
    public void CONT_5_NoPermissionIsNoAct() => Permissions.Acts([]).ShouldBeEmpty();
}
