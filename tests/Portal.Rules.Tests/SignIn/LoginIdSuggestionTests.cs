using Portal.Rules.SignIn;
using Shouldly;

namespace Portal.Rules.Tests.SignIn;

public sealed class LoginIdSuggestionTests
{
    private const string Long = "abcdefghijklmnopqrstuvwxyz@example.co.jp";

    [Theory]
    [InlineData("", "")]
    [InlineData("taro.yamada@example.jp", "taro.yamada@example.jp.cs")]
    [InlineData("abcdefghijklmnopqrstuvwx@example.co.j", "abcdefghijklmnopqrstuvwx@example.co.j.cs")]
    [InlineData("abcdefghijklmnopqrstuvwx@example.co.jp", "abcdefghijklmnopqrstuvwx@example.co.j.cs")]
    [InlineData(Long, "abcdefghijklmnopqrstuvwxyz@example.co.cs")]
    public void CONT_2_TheAddressIsCutSoThatTheSuffixFits(string address, string suggestion) =>
        LoginIdSuggestion.For(address, ".cs", 40).ShouldBe(suggestion);

    [Fact]
    public void CONT_2_NoSuggestionIsLongerThanAnIdMayBe()
    {
        for (var length = 1; length < 60; length++)
        {
            var suggestion = LoginIdSuggestion.For(new string('a', length), ".cs", 40);
            suggestion.Length.ShouldBe(Math.Min(length, 37) + 3);
            suggestion.ShouldEndWith(".cs");
        }
    }

    [Fact]
    public void CONT_2_ASuffixThatFillsTheIdIsNone() =>
        Should.Throw<ArgumentOutOfRangeException>(() => LoginIdSuggestion.For("a@example.jp", new string('x', 40), 40));
}
