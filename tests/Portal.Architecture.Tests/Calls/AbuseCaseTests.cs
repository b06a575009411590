using System.Globalization;
using System.Text.RegularExpressions;
using Portal.Architecture.Tests.Reflection;

namespace Portal.Architecture.Tests.Calls;

/// <summary>Every abuse and fault case has a test whose name bears its ID (REL-5).</summary>
public sealed partial class AbuseCaseTests
{
    /// <summary>How many cases each group has.</summary>
    private static readonly Dictionary<string, int> Groups = new()
    {
        ["CG_"] = 23, // guessing and lockout
        ["EN_"] = 15, // enumeration
        ["TR_"] = 23, // temporary passwords and reset links
        ["MF_"] = 22, // second factors
        ["SE_"] = 16, // sessions and cookies
        ["WB_"] = 15, // web boundary
        ["AZ_"] = 23, // who may do what
        ["IV_"] = 16, // input
        ["FI_"] = 13, // files
        ["EX_"] = 6, // exports
        ["ML_"] = 10, // mail
        ["IV_W"] = 9, // the voice provider
        ["AU_"] = 9, // audit log
        ["RX_"] = 9, // load and exhaustion
        ["FD_"] = 9, // database faults
        ["FP_"] = 10, // process, clock, deployment
        ["OB_"] = 7, // outbox and jobs
    };

    [Fact]
    public void REL_5_EveryAbuseCase_HasATestThatBearsItsId() => Without(Names()).ShouldBeEmpty();

    [Fact]
    public void ACaseWithoutATest_IsFound() =>
        Without(Names().Where(name => !name.Contains("FP_06", StringComparison.Ordinal))).ShouldContain("FP_06");

    private static IEnumerable<string> Without(IEnumerable<string> names)
    {
        var named = names.SelectMany(name => Id().Matches(name)).Select(match => match.Value).ToHashSet(StringComparer.Ordinal);
        return Groups.SelectMany(group => Enumerable.Range(1, group.Value)
                .Select(number => group.Key + number.ToString("00", CultureInfo.InvariantCulture)))
            .Where(id => !named.Contains(id)).Order(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Names() => Source.Files("tests", "*.cs")
        .SelectMany(file => Test().Matches(File.ReadAllText(file))).Select(match => match.Groups["name"].Value);

    [GeneratedRegex(@"public (static )?(async )?(Task|void) (?<name>\w+)\(", RegexOptions.NonBacktracking)]
    private static partial Regex Test();

    [GeneratedRegex(@"[A-Z]{2}_W?[0-9]{2}", RegexOptions.NonBacktracking)]
    private static partial Regex Id();
}
