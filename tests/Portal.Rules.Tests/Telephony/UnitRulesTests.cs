using Portal.Rules.Telephony;
using Shouldly;

namespace Portal.Rules.Tests.Telephony;

public sealed class UnitRulesTests
{
    private static readonly UnitNumbers Contract = new("01", ["01", "02"], "99");

    [Theory]
    [InlineData(AuthenticationUnit.Line, "01")]
    [InlineData(AuthenticationUnit.Number, "01 02")]
    [InlineData(AuthenticationUnit.ManagerAndUsers, "99 01 02")]
    public void LINE_1_TheUnitDecidesWhatSignsIn(AuthenticationUnit unit, string expected) =>
        string.Join(' ', UnitRules.SigningIn(unit, Contract)).ShouldBe(expected);

    [Theory]
    [InlineData(AuthenticationUnit.Line, "01")]
    [InlineData(AuthenticationUnit.Number, "02")]
    [InlineData(AuthenticationUnit.ManagerAndUsers, "02 99")]
    public void LINE_1_TheUnitDecidesWhatReachesANumber(AuthenticationUnit unit, string expected) =>
        string.Join(' ', UnitRules.Reaching(unit, Contract, "02")).ShouldBe(expected);

    [Theory]
    [InlineData(AuthenticationUnit.Line, "01", true)]
    [InlineData(AuthenticationUnit.Number, "02", true)]
    [InlineData(AuthenticationUnit.ManagerAndUsers, "99", true)]
    [InlineData(AuthenticationUnit.ManagerAndUsers, "01", false)]
    [InlineData(null, "01", false)]
    public void UNIT_3_SAFE_4_TheChangeIsOfferedToWhoMayMakeIt(AuthenticationUnit? unit, string signedIn, bool isOffered) =>
        UnitRules.IsOffered(unit, Contract.Manager, signedIn).ShouldBe(isOffered);

    [Theory]
    [InlineData(AuthenticationUnit.Line, "01", true, "01")]
    [InlineData(AuthenticationUnit.Line, "02", false, "02")]
    [InlineData(AuthenticationUnit.Line, "99", false, "99")]
    [InlineData(AuthenticationUnit.Number, "01", true, "01 02")]
    [InlineData(AuthenticationUnit.Number, "02", true, "01 02")]
    [InlineData(AuthenticationUnit.Number, "99", false, "01 02")]
    [InlineData(AuthenticationUnit.ManagerAndUsers, "01", false, "01")]
    [InlineData(AuthenticationUnit.ManagerAndUsers, "99", true, "99")]
    public void UNIT_1_UNIT_3_WhoMayChange_AndWhosePasswordsAreAsked(AuthenticationUnit unit, string signedIn, bool may, string asked)
    {
        UnitRules.MayChange(unit, Contract, signedIn).ShouldBe(may);
        string.Join(' ', UnitRules.Asked(unit, Contract, signedIn)).ShouldBe(asked);
    }
}
