using Portal.Rules.Telephony;

namespace Portal.Rules.Tests.Telephony;

public sealed class NumberRulesTests
{
    [Theory]
    [InlineData(NumberKind.Additional, 1, true, false, NumberLeave.Allowed)]
    [InlineData(NumberKind.Multiple, 3, true, false, NumberLeave.Allowed)]
    [InlineData(NumberKind.Additional, 0, false, false, NumberLeave.Allowed)]
    [InlineData(NumberKind.Additional, 1, true, true, NumberLeave.HasOptions)]
    [InlineData(NumberKind.Main, 0, true, true, NumberLeave.HasOptions)]
    [InlineData(NumberKind.Main, 2, true, false, NumberLeave.IsMain)]
    [InlineData(NumberKind.Main, 2, false, false, NumberLeave.IsMain)]
    [InlineData(NumberKind.Main, 0, true, false, NumberLeave.IsLast)]
    [InlineData(NumberKind.Additional, 0, true, false, NumberLeave.IsLast)]
    [InlineData(NumberKind.Main, 0, false, false, NumberLeave.Allowed)]
    public void ADMIN_4_UNIT_1_WhichNumbersMayLeave(NumberKind kind, int others, bool signIn, bool options, NumberLeave leave) =>
        NumberRules.Leave(new LeavingNumber(kind, others, signIn, options)).ShouldBe(leave);
}
