using Portal.Rules.Contracts;

namespace Portal.Rules.Tests.Contracts;

public sealed class LineKindsTests
{
    [Theory]
    [InlineData("access", null, true)]
    [InlineData("backup", null, true)]
    [InlineData("line", "main", true)]
    [InlineData("main", null, false)]
    [InlineData("main", "main", true)]
    [InlineData("main", "additional", false)]
    [InlineData("", null, false)]
    [InlineData("Access", null, false)]
    public void ADMIN_4_ALineBecomesWhatIsOffered_OrStaysWhatItIs(string kind, string? present, bool offered) =>
        LineKinds.Offers(kind, present).ShouldBe(offered);
}
