using Portal.Architecture.Tests.Reflection;

namespace Portal.Architecture.Tests.Shape;

/// <summary>Lines that fit a window beside another, and comments that fit an eye.</summary>
public sealed class LineTests
{
    private const int Code = 140;
    private const int Comment = 120;

    [Theory]
    [InlineData("src", "*.cs")]
    [InlineData("src", "*.cshtml")]
    [InlineData("tests", "*.cs")]
    public void NoLine_IsTooLong(string folder, string pattern) =>
        Source.Files(folder, pattern).Where(file => !Source.IsGenerated(Path.GetDirectoryName(file)!))
            .SelectMany(file => File.ReadLines(file).Index().Where(line => IsTooLong(line.Item))
                .Select(line => $"{Path.GetRelativePath(Source.Root, file)}:{line.Index + 1}"))
            .ShouldBeEmpty();

    [Theory]
    [InlineData(140, "", false)]
    [InlineData(141, "", true)]
    [InlineData(120, "    /// ", false)]
    [InlineData(121, "    // ", true)]
    public void ALongLine_IsFound(int length, string start, bool tooLong) => IsTooLong(start.PadRight(length, 'x')).ShouldBe(tooLong);

    private static bool IsTooLong(string line) =>
        line.Length > (line.TrimStart().StartsWith("//", StringComparison.Ordinal) ? Comment : Code);
}
