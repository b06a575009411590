using Portal.Rules.Contracts;
using Shouldly;

namespace Portal.Rules.Tests.Contracts;

public sealed class ContractLineNumberTests
{
    [Theory]
    [InlineData("AC-0001", "AC-0001")]
    [InlineData(" AC - 0001 ", "AC-0001")]
    [InlineData("ＡＣ　0001", "AC0001")]
    [InlineData("CAF\u00A0123\t456", "CAF123456")]
    [InlineData("回線 1", "回線1")]
    [InlineData(" ", "")]
    public void ADMIN_4_NeitherWidthNorBlanks_MakeTwoOfOne(string typed, string stored) => ContractLineNumber.Read(typed).ShouldBe(stored);
}
