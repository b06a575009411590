using System.Text.RegularExpressions;
using Portal.Architecture.Tests.Reflection;

namespace Portal.Architecture.Tests.Calls;

/// <summary>A test that reads the machine's clock or sleeps fails on another day, or on another machine.</summary>
public sealed partial class TestsThemselvesTests
{
    [Fact]
    public void Tests_MoveTheClockThemselves() =>
        Source.Files("tests", "*.cs")
                .Where(file => !file.Contains("Portal.Architecture.Tests", StringComparison.Ordinal)
                    && !file.Contains("Portal.Benchmarks", StringComparison.Ordinal))
            .Where(file => Banned().IsMatch(File.ReadAllText(file)))
            .Select(file => Path.GetRelativePath(Source.Root, file)).ShouldBeEmpty();

    [Theory]
    [InlineData("var now = DateTimeOffset.UtcNow;", true)]
    [InlineData("Thread.Sleep(10);", true)]
    [InlineData("time.GetUtcNow()", false)]
    public void ABannedCall_IsFound(string line, bool banned) => Banned().IsMatch(line).ShouldBe(banned);

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b|\bThread\.Sleep\b")]
    private static partial Regex Banned();
}
