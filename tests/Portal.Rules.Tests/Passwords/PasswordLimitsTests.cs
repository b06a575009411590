using Portal.Rules.Passwords;
using Shouldly;

namespace Portal.Rules.Tests.Passwords;

public sealed class PasswordLimitsTests
{
    [Theory]
    [InlineData("a", 0, false)]
    [InlineData("a", 256, false)]
    [InlineData("a", 257, true)]
    [InlineData("😀", 256, false)]
    [InlineData("😀", 257, true)]
    [InlineData("漢", 256, false)]
    [InlineData("a", 1_048_576, true)]
    public void IV_07_APassword_HasAtMost256CodePoints(string character, int times, bool tooLong) =>
        PasswordLimits.IsTooLong(string.Concat(Enumerable.Repeat(character, times))).ShouldBe(tooLong);
}
