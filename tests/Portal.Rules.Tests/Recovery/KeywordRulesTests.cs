using Portal.Rules.Recovery;
using Portal.Rules.Text;
using Shouldly;

namespace Portal.Rules.Tests.Recovery;

public sealed class KeywordRulesTests
{
    [Theory]
    [InlineData("Keyword2468", null)]
    [InlineData("12345678", null)]
    [InlineData("abcdefgh", null)]
    [InlineData("abcdefghijklmnopqrst", null)]
    [InlineData("abcdefg", KeywordProblem.TooShort)]
    [InlineData("", KeywordProblem.TooShort)]
    [InlineData("abcdefghijklmnopqrstu", KeywordProblem.TooLong)]
    [InlineData("Keyword-2468", KeywordProblem.NotLettersAndDigits)]
    [InlineData("Key word 2468", KeywordProblem.NotLettersAndDigits)]
    [InlineData("Keyword2468\n", KeywordProblem.NotLettersAndDigits)]
    [InlineData("きーわーど", KeywordProblem.NotLettersAndDigits)]
    [InlineData("Kéyword2468", KeywordProblem.NotLettersAndDigits)]
    public void OPER_3_AKeyword_IsEightToTwentyLettersAndDigits(string keyword, KeywordProblem? problem) =>
        KeywordRules.Check(keyword).ShouldBe(problem);

    [Fact]
    public void OPER_3_AKeywordTypedFullWidth_IsAcceptedInItsCanonicalForm() =>
        KeywordRules.Check(CanonicalText.Keyword("　Ｋｅｙｗｏｒｄ２４６８ ")).ShouldBeNull();
}
