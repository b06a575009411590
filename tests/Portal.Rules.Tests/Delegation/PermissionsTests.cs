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
    [InlineData(Permission.Edit, "EditDetails EditRecovery Disable Enable EndSessions GrantRole ChangeLoginId Remove ActFor")]
    [InlineData(Permission.Unlock, "ReleaseLockout")]
    [InlineData(Permission.Reset, "IssueTemporaryPassword RemoveFactor SendResetLink")]
    [InlineData(Permission.Export, "Export")]
    public void CONT_5_APermissionStandsForItsActs(Permission permission, string acts) =>
        string.Join(' ', Permissions.Acts([permission]).Order()).ShouldBe(acts);

    [Fact]
    public void CONT_5_NoPermissionIsNoAct() => Permissions.Acts([]).ShouldBeEmpty();
}
