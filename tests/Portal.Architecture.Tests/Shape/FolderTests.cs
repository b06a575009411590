using Portal.Architecture.Tests.Reflection;

namespace Portal.Architecture.Tests.Shape;

/// <summary>A folder is what one look holds; what grows beyond it is two rooms.</summary>
public sealed class FolderTests
{
    private const int Most = 20;

    [Theory]
    [InlineData("src")]
    [InlineData("tests")]
    public void NoFolder_HoldsMoreThanOneLookTakesIn(string root) => Crowded(root, Most).ShouldBeEmpty();

    [Fact]
    public void ACrowdedFolder_IsFound() => Crowded("src", 3).ShouldNotBeEmpty();

    private static IEnumerable<string> Crowded(string root, int most) => new[] { "*.cs", "*.cshtml" }
        .SelectMany(kind => Source.Files(root, kind).GroupBy(file => Path.GetRelativePath(Source.Root, Path.GetDirectoryName(file)!)))
        .Where(folder => folder.Count() > most && !Source.IsGenerated(folder.Key))
        .Select(folder => $"{folder.Key}: {folder.Count()}").Order();
}
