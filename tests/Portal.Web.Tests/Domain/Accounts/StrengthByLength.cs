using System.Security.Cryptography;
using Portal.Rules.Passwords.Checks;
using Portal.Web.Domain.Accounts.Passwords;

namespace Portal.Web.Tests.Domain.Accounts;

/// <summary>How long a password has to be for a score of the estimator, whatever it is (ADMIN-3).</summary>
public sealed class StrengthByLength
{
    private static readonly char[] Printable = [.. Enumerable.Range('!', '~' - '!' + 1).Select(code => (char)code)];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void ADMIN_3_NoShorterTextReachesTheScore(int score)
    {
        var shorter = new MinimumStrength(score).LeastLength - 1;

        Enumerable.Range(0, 50).ShouldAllBe(_ => PasswordJudge.Strength(RandomNumberGenerator.GetString(Printable, shorter)) < score);
    }

    [Fact]
    public void ADMIN_3_ThatOfNoScore_IsNone() => new MinimumStrength(0).LeastLength.ShouldBe(0);
}
