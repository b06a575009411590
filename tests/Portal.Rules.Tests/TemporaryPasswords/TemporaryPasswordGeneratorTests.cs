using Portal.Rules.Passwords;
using Portal.Rules.Passwords.Checks;
using Portal.Rules.TemporaryPasswords;
using Portal.Rules.Tests.Passwords;
using Shouldly;

namespace Portal.Rules.Tests.TemporaryPasswords;

public sealed class TemporaryPasswordGeneratorTests
{
    private const string LookAlikes = "lIi1|!O0oQ8BS5sZ2zG6bgq9";
    private const string KeptOfTheLookAlikes = "69";

    [Theory]
    [InlineData("Control", 16)]
    [InlineData("OfficePhone", 16)]
    [InlineData("HomePhone", 12)]
    [InlineData("Rental", 12)]
    [InlineData("Security", 16)]
    [InlineData("Standard", 16)]
    public void TEMP_4_AGeneratedPassword_KeepsThePolicyWithoutLookAlikes(string name, int length)
    {
        var policy = Policies.Named(name);
        var random = new Random(1);
        for (var i = 0; i < 500; i++)
        {
            var password = TemporaryPasswordGenerator.Generate(policy, random.Next);

            password.Length.ShouldBe(length);
            policy.Check(PasswordFacts.OfUnrelated(password)).ShouldBeEmpty();
            password.Intersect(LookAlikes).Except(KeptOfTheLookAlikes).ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData("Control")]
    [InlineData("OfficePhone")]
    [InlineData("HomePhone")]
    [InlineData("Rental")]
    [InlineData("Security")]
    [InlineData("Standard")]
    public void TEMP_4_AGeneratedPassword_HasAtLeast60Bits(string name)
    {
        const int Passwords = 2000;
        var random = new Random(2);
        var (draws, alphabet, characters) = (0, 0, 0);
        for (var i = 0; i < Passwords; i++)
        {
            characters += TemporaryPasswordGenerator.Generate(Policies.Named(name), below =>
            {
                (draws, alphabet) = (draws + 1, below);
                return random.Next(below);
            }).Length;
        }

        // Texts are drawn evenly and thrown away where they break
        // a rule: the share that is kept is what the rules cost.
        var bits = (double)characters / Passwords * Math.Log2(alphabet) + Math.Log2((double)characters / draws);
        bits.ShouldBeGreaterThan(60);
    }

    [Theory]
    [InlineData(4, 6, 6)]
    [InlineData(20, 40, 20)]
    [InlineData(8, 14, 14)]
    public void TEMP_4_TheLength_StaysWithinThePolicy(int minimum, int maximum, int length) =>
        TemporaryPasswordGenerator.Generate(new PasswordPolicy([new Length(minimum, maximum)], 0, null),
            new Random(3).Next).Length.ShouldBe(length);

    [Fact]
    public void TEMP_4_WhereNoRequiredSymbolIsReadable_OneOfThemIsUsed()
    {
        var policy = new PasswordPolicy([new Length(8, 20), new AllowedCharacters(".!", false), new RequiresSymbolOf(".!")], 0, null);

        TemporaryPasswordGenerator.Generate(policy, new Random(4).Next).IndexOfAny(['.', '!']).ShouldBeGreaterThanOrEqualTo(0);
    }

    [Fact]
    public void TEMP_4_ContradictoryRules_AreAnErrorAndNoEndlessSearch()
    {
        var policy = new PasswordPolicy([new Length(8, 20), new AllowedCharacters(null, false), new RequiresSymbolOf("#")], 0, null);

        Should.Throw<InvalidOperationException>(() => TemporaryPasswordGenerator.Generate(policy, new Random(5).Next));
    }
}
