using System.Text.Json;
using System.Text.RegularExpressions;
using Portal.TestKit;

namespace Portal.Architecture.Tests.Deployment;

/// <summary>
/// The page of licences lists what is delivered, and nothing is delivered under terms that nobody has read.
/// </summary>
public sealed partial class LicenceTests
{
    private const string Page = "docs/reference/licences.md";

    private static readonly string[] Allowed = ["MIT", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "MS-PL", "PostgreSQL"];

    // Terms of their own, read for these packages and for no other.
    private static readonly Dictionary<string, string> AllowedFor = new()
    {
        ["Microsoft.Data.SqlClient.SNI.runtime"] = "LicenseRef-Microsoft-SqlClient-SNI",
        ["Microsoft.NETCore.Platforms"] = "LicenseRef-Microsoft-NET-Library",
        ["NETStandard.Library"] = "LicenseRef-Microsoft-NET-Library",
    };

    [Fact]
    public void EveryPackage_IsListedWithItsVersion() =>
        Listed(Repository.Read(Page)).Select(row => $"{row.Name} {row.Version}").ShouldBe(Locked(), ignoreOrder: true,
            "run `dotnet restore` and tools/licences.sh");

    [Fact]
    public void EveryLicence_IsAllowed() =>
        Listed(Repository.Read(Page)).Where(row => !IsAllowed(row)).ShouldBeEmpty();

    [Theory]
    [InlineData("Some.Package", "GPL-3.0-only", false)]
    [InlineData("Some.Package", "", false)]
    [InlineData("Some.Package", "MIT AND GPL-3.0-only", false)]
    [InlineData("Some.Package", "LicenseRef-Microsoft-NET-Library", false)]
    [InlineData("Some.Package", "GPL-3.0-only OR MIT", true)]
    [InlineData("NETStandard.Library", "LicenseRef-Microsoft-NET-Library", true)]
    public void ALicence_IsJudgedByItsExpression(string name, string licence, bool allowed) =>
        IsAllowed(Listed($"| {name} | 1.0.0 | direct | {licence} |").Single()).ShouldBe(allowed);

    private static bool IsAllowed(Row row) =>
        AllowedFor.GetValueOrDefault(row.Name) == row.Licence || row.Licence.Split(" OR ").Any(Allowed.Contains);

    private static IEnumerable<Row> Listed(string page) => Rows().Matches(page)
        .Select(row => new Row(row.Groups[1].Value, row.Groups[2].Value, row.Groups[3].Value));

    private static IEnumerable<string> Locked() => new[] { "Portal.Web", "Portal.Rules" }
        .SelectMany(project => JsonDocument.Parse(Repository.Read($"src/{project}/packages.lock.json"))
            .RootElement.GetProperty("dependencies").EnumerateObject())
        .SelectMany(framework => framework.Value.EnumerateObject())
        .Where(package => package.Value.GetProperty("type").GetString() != "Project")
        .Select(package => $"{package.Name} {package.Value.GetProperty("resolved").GetString()}").Distinct();

    [GeneratedRegex(@"^\| (\S+) \| (\d\S*) \| (?:direct|transitive) \| (.*?) ?\|$", RegexOptions.Multiline)]
    private static partial Regex Rows();

    private sealed record Row(string Name, string Version, string Licence);
}
