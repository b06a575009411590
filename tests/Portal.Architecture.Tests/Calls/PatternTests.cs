using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.RegularExpressions;
using Portal.Architecture.Tests.Reflection;

namespace Portal.Architecture.Tests.Calls;

/// <summary>\d matches １ and $ lets a line break through (identity fact F14): [0-9] and \z say what is meant.</summary>
public sealed partial class PatternTests
{
    // In milliseconds.
    private const int LongestMatch = 100;

    [Fact]
    public void IV_15_Patterns_SayWhatTheyMean() => Offences(Source.Web.GetTypes().Concat(Source.Rules.GetTypes())).ShouldBeEmpty();

    /// <summary>What somebody typed keeps no thread busy: patterns look at a character once, or end in time.</summary>
    [Fact]
    public void RX_04_NoPattern_LooksBackWithoutEnd() => Endless(Source.Web.GetTypes().Concat(Source.Rules.GetTypes())).ShouldBeEmpty();

    [Fact]
    public void RX_04_APatternWithoutEnd_IsFound() => Endless([typeof(PatternTests)]).ShouldContain(found =>
        found.Contains("." + nameof(AnyDigit) + ":", StringComparison.Ordinal));

    [Theory]
    [InlineData(nameof(AnyDigit))]
    [InlineData(nameof(LooseEnd))]
    [InlineData(nameof(Code))]
    public void ALoosePattern_IsFound(string member) =>
        Offences([typeof(PatternTests)]).ShouldContain(offence => offence.Contains("." + member + ":", StringComparison.Ordinal));

    [Theory]
    [InlineData(@"^[0-9]{6}\z", false)]
    [InlineData(@"\$[0-9]", false)]
    [InlineData(@"[$]", false)]
    [InlineData(@"^\d{6}\z", true)]
    [InlineData(@"\\\d", true)]
    [InlineData("^[0-9]{6}$", true)]
    [InlineData("^(a|b$)", true)]
    public void IsLoose_KnowsThem(string pattern, bool loose) => IsLoose(pattern).ShouldBe(loose);

    private static IEnumerable<string> Offences(IEnumerable<Type> types) =>
        from type in types
        from member in type.GetMembers(TypeReferences.Declared)
        from pattern in member.GetCustomAttributes<GeneratedRegexAttribute>().Select(attribute => attribute.Pattern)
            .Concat(member.GetCustomAttributes<RegularExpressionAttribute>().Select(attribute => attribute.Pattern))
        where IsLoose(pattern)
        select $"{type.FullName}.{member.Name}: {pattern}";

    private static IEnumerable<string> Endless(IEnumerable<Type> types) =>
        from type in types
        from member in type.GetMembers(TypeReferences.Declared)
        from pattern in member.GetCustomAttributes<GeneratedRegexAttribute>()
        where !pattern.Options.HasFlag(RegexOptions.NonBacktracking) && pattern.MatchTimeoutMilliseconds is <= 0 or > LongestMatch
        select $"{type.FullName}.{member.Name}: {pattern.Pattern}";

    private static bool IsLoose(string pattern) =>
        Loose().IsMatch(WithoutSets().Replace(pattern.Replace(@"\\", "", StringComparison.Ordinal), ""));

    [GeneratedRegex(@"\\d|(?<!\\)[$]")]
    private static partial Regex Loose();

    [GeneratedRegex(@"\[(?!\^?\\d)[^\]]*\]")]
    private static partial Regex WithoutSets();

    [GeneratedRegex(@"^\d+\z")]
    private static partial Regex AnyDigit();

    [GeneratedRegex("^[0-9]+$")]
    private static partial Regex LooseEnd();

    [RegularExpression(@"^\d{6}$")]
    public string? Code { get; set; }
}
