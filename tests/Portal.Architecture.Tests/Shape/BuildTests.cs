using System.Xml.Linq;
using Portal.Architecture.Tests.Reflection;

namespace Portal.Architecture.Tests.Shape;

/// <summary>All projects are built alike and strictly, and none says otherwise for itself (CODE-1).</summary>
public sealed class BuildTests
{
    private static readonly string[] Strictness =
    [
        "TreatWarningsAsErrors", "Nullable", "WarningsNotAsErrors", "NoWarn", "WarningLevel", "RunAnalyzers", "EnableNETAnalyzers",
        "AnalysisLevel", "AnalysisMode", "EnforceCodeStyleInBuild", "ManagePackageVersionsCentrally",
    ];

    [Theory]
    [InlineData("Directory.Build.props", "TreatWarningsAsErrors", "true")]
    [InlineData("Directory.Build.props", "Nullable", "enable")]
    [InlineData("Directory.Build.props", "AnalysisLevel", "latest-recommended")]
    [InlineData("Directory.Build.props", "EnforceCodeStyleInBuild", "true")]
    [InlineData("Directory.Packages.props", "ManagePackageVersionsCentrally", "true")]
    public void CODE_1_Warnings_Nulls_AnalyzersAndVersions_AreSettledForAll(string file, string name, string value) =>
        XDocument.Load(Path.Combine(Source.Root, file)).Descendants(name).ShouldHaveSingleItem().Value.ShouldBe(value);

    [Fact]
    public void CODE_1_OnlyWhatIsKnownOfPackages_MayBeAWarning() =>
        XDocument.Load(Path.Combine(Source.Root, "Directory.Build.props")).Descendants("WarningsNotAsErrors").Single().Value.Split(';')
            .Skip(1).ShouldAllBe(code => code.StartsWith("NU19", StringComparison.Ordinal));

    [Fact]
    public void CODE_1_NoProject_SettlesThemForItself_OrNamesTheVersionOfAPackage()
    {
        var projects = new[] { "src", "tests" }.SelectMany(folder => Source.Files(folder, "*.csproj")).ToList();

        projects.Count.ShouldBeGreaterThan(5);
        projects.Where(project => IsItsOwn(XDocument.Load(project))).Select(Path.GetFileName).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("<PropertyGroup><NoWarn>CS1591</NoWarn></PropertyGroup>", true)]
    [InlineData("<PropertyGroup><Nullable>disable</Nullable></PropertyGroup>", true)]
    [InlineData("""<ItemGroup><PackageReference Include="Npgsql" Version="10.0.3" /></ItemGroup>""", true)]
    [InlineData("""<ItemGroup><PackageReference Include="Npgsql" VersionOverride="10.0.3" /></ItemGroup>""", true)]
    [InlineData("""<ItemGroup><PackageReference Include="Npgsql" /></ItemGroup>""", false)]
    public void CODE_1_AProjectOfItsOwn_IsFound(string content, bool found) =>
        IsItsOwn(XDocument.Parse($"<Project>{content}</Project>")).ShouldBe(found);

    [Fact]
    public void CODE_1_TheTestCommand_BuildsWithTheAnalyzers_AndLooksAtTheFormat()
    {
        var command = File.ReadAllText(Path.Combine(Source.Root, "test.sh"));

        command.ShouldContain("dotnet build Portal.sln -c Release -p:Analyze=true");
        command.ShouldContain("dotnet format whitespace Portal.sln --verify-no-changes");
    }

    [Theory]
    [InlineData("measure Portal.Rules.Tests Portal.Rules \"Rules\" 95")]
    [InlineData("measure Portal.Web.Tests coverage \"Everything\" 85")]
    public void CODE_2_TheBranchesThatTestsTake_HaveTheirMarks(string measure) =>
        File.ReadAllText(Path.Combine(Source.Root, "scripts", "coverage.sh")).ShouldContain(measure);

    [Fact]
    public void CODE_2_TheTestCommand_MeasuresTheBranchesOfTheRules_AndFailsBelowTheirMark()
    {
        var command = File.ReadAllText(Path.Combine(Source.Root, "test.sh"));

        command.ShouldContain("scripts/coverage.sh --built || coverage=1");
        command.ShouldContain("|| coverage != 0");
    }

    private static bool IsItsOwn(XDocument project) => project.Descendants().Any(each => Strictness.Contains(each.Name.LocalName)
        || (each.Name.LocalName == "PackageReference"
            && each.Attributes().Any(one => one.Name.LocalName is "Version" or "VersionOverride")));
}
