using Portal.Architecture.Tests.Reflection;

namespace Portal.Architecture.Tests.Calls;

/// <summary>Addresses inside the portal are written in one place each: the classes whose names end in Paths.</summary>
public sealed class AddressTests
{
    [Theory]
    [InlineData("*.cs")]
    [InlineData("*.cshtml")]
    public void Addresses_AreWrittenInPathsAlone(string pattern) =>
        Source.Files("src", pattern).Where(file => !MayWrite(Path.GetFileName(file)))
            .SelectMany(file => File.ReadLines(file).Where(WritesOne)
                .Select(line => $"{Path.GetRelativePath(Source.Root, file)}: {line.Trim()}"))
            .ShouldBeEmpty();

    [Theory]
    [InlineData("return new SeeOtherResult(\"~/home\");", true)]
    [InlineData("  <a href=\"~/home\">", true)]
    [InlineData("/// <summary>\"~/home\" is below the portal's own path.</summary>", false)]
    [InlineData("return new SeeOtherResult(HomePaths.Home);", false)]
    public void AnAddress_IsFound(string line, bool found) => WritesOne(line).ShouldBe(found);

    // AppPath is what "~/" means.
    private static bool MayWrite(string file) =>
        file.EndsWith("Paths.cs", StringComparison.Ordinal) || file is "AppPath.cs" or "LinkTagHelper.cs";

    private static bool WritesOne(string line) =>
        line.Contains("\"~/", StringComparison.Ordinal) && !line.TrimStart().StartsWith("//", StringComparison.Ordinal);
}
