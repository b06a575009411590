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

    [Theory]
    [InlineData("o'brien@example.jp", 1, "obrien@example.jp.cs")]
    [InlineData("taro/sales@example.jp", 1, "tarosales@example.jp.cs")]
    [InlineData("information.systems.department.tokyo.1@example.jp", 1, "information.systems.department.tokyo.cs")]
    [InlineData("information.systems.department.tokyo.2@example.jp", 2, "information.systems.department.toky-2.cs")]
    [InlineData("information.systems.department.tokyo.2@example.jp", 12, "information.systems.department.tok-12.cs")]
    [InlineData("!!!", 1, "")]
    [Trait("Review", "F15")]
    public void CONT_2_ASuggestionHasOnlyWhatAnIdHas_AndANumberWhereItIsTaken(string address, int turn, string suggestion) =>
        LoginIdSuggestion.For(address, ".cs", 40, turn).ShouldBe(suggestion);

    [Fact]
    public void CONT_2_ASuffixThatFillsTheIdIsNone() =>
        Should.Throw<ArgumentOutOfRangeException>(() => LoginIdSuggestion.For("a@example.jp", new string('x', 40), 40));
}
