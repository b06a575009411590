using System.Security.Cryptography;
using Portal.Rules.Passwords.Checks;
using Portal.Web.Domain.Accounts.Passwords;

namespace Portal.Web.Tests.Domain.Accounts;

/// <summary>How long a password has to be for a score of the estimator, whatever it is (ADMIN-3).</summary>
public sealed class StrengthByLength
{
    private const string Letters = "acdefhjkmnprtuvwxyADEFHLMNRT34679";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void ADMIN_3_ARandomTextReachesTheScoreFromThatLengthOn_AndNeverBefore(int score)
    {
        var least = new MinimumStrength(score).LeastLength;

        Enumerable.Range(0, 200).ShouldContain(_ => PasswordJudge.Strength(RandomNumberGenerator.GetString(Letters, least)) >= score);
        Enumerable.Range(0, 200).ShouldAllBe(_ => PasswordJudge.Strength(RandomNumberGenerator.GetString(Letters, least - 1)) < score);
    }

    [Fact]
    public void ADMIN_3_ThatOfNoScore_IsNone() => new MinimumStrength(0).LeastLength.ShouldBe(0);
}
