using System.Text.RegularExpressions;
using Portal.TestKit;

namespace Portal.Architecture.Tests.Deployment;

/// <summary>The container files, read as text: they cannot be run where the tests run.</summary>
public sealed partial class ContainerTests
{
    private static readonly string Compose = Repository.Read("docker-compose.yml");
    private static readonly string Dockerfile = Repository.Read("Dockerfile");

    [Theory]
    [InlineData("mail", "")]
    [InlineData("sqlserver", "sqlserver")]
    [InlineData("migrate-sqlserver", "sqlserver")]
    [InlineData("portal-sqlserver", "sqlserver")]
    [InlineData("postgres", "postgres")]
    [InlineData("migrate-postgres", "postgres")]
    [InlineData("portal-postgres", "postgres")]
    public void Service_BelongsToItsProfile(string service, string profile) =>
        Profile().Match(Services()[service]).Groups[1].Value.ShouldBe(profile);

    [Theory]
    [InlineData("portal-sqlserver", "migrate-sqlserver")]
    [InlineData("portal-postgres", "migrate-postgres")]
    public void Portal_StartsAfterTheMigration(string portal, string migration) =>
        Services()[portal].ShouldContain($"{migration}: {{ condition: service_completed_successfully }}");

    [Fact]
    public void OnlyTheMigration_ConnectsAsTheOwner() =>
        Services().Where(service => service.Value.Contains("PortalOwner", StringComparison.Ordinal)).Select(service => service.Key)
            .ShouldBe(["migrate-sqlserver", "migrate-postgres"], ignoreOrder: true);

    [Fact]
    public void EverySecret_ComesFromTheEnvironment_AndMustBeSet()
    {
        Secret().Matches(Compose).Select(match => match.Value).Where(secret => !FromEnvironment().IsMatch(secret)).ShouldBeEmpty();
        Secret().Count(Compose).ShouldBeGreaterThan(5);
    }

    [Fact]
    public void EveryVariable_IsInTheExample_AndNoPasswordIs()
    {
        var example = Repository.Read(".env.example");

        Variable().Matches(Compose).Select(match => match.Groups[1].Value).Distinct()
            .Where(name => !example.Contains($"\n{name}=", StringComparison.Ordinal)).ShouldBeEmpty();
        example.Split('\n').Where(line => line.Contains("_PASSWORD=", StringComparison.Ordinal)).ShouldAllBe(line => line.EndsWith('='));
    }

    [Fact]
    public void Ports_AreForThisMachineOnly() =>
        Port().Matches(Compose).Select(match => match.Value).ShouldAllBe(port => port.Contains("127.0.0.1:", StringComparison.Ordinal));

    [Fact]
    public void Image_RunsWithoutShell_WithoutRoot_AndChecksItself()
    {
        var final = Dockerfile[Dockerfile.LastIndexOf("\nFROM ", StringComparison.Ordinal)..];

        final.ShouldStartWith("\nFROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled-extra\n");
        final.ShouldContain("\nUSER $APP_UID\n");
        final.ShouldContain("CMD [\"./Portal.Web\", \"healthcheck\"]");
        final.ShouldContain("EXPOSE 8080");
    }

    [Fact]
    public void Image_CopiesWhatExists_AndLeavesTestsOut()
    {
        var copied = CopyFromSource().Matches(Dockerfile).SelectMany(match => match.Groups[1].Value.Split(' ').SkipLast(1)).ToList();

        copied.ShouldContain("src");
        copied.Where(path => !Path.Exists(Path.Combine(Repository.Root, path))).ShouldBeEmpty();
        copied.ShouldNotContain(path => path.StartsWith("tests", StringComparison.Ordinal));
    }

    private static Dictionary<string, string> Services()
    {
        var services =
            Compose[Compose.IndexOf("\nservices:\n", StringComparison.Ordinal)..Compose.IndexOf("\nvolumes:\n", StringComparison.Ordinal)];
        return Service().Matches(services).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);
    }

    [GeneratedRegex(@"^  ([a-z-]+):\n((?:    .*\n|\n)+)", RegexOptions.Multiline)]
    private static partial Regex Service();

    [GeneratedRegex(@"profiles: \[([a-z]+)\]")]
    private static partial Regex Profile();

    [GeneratedRegex(@"(?:PASSWORD: |Password=)[^;\n]*")]
    private static partial Regex Secret();

    [GeneratedRegex(@"^(?:PASSWORD: |Password=)\$\{[A-Z_]+:\?[^}]*\}")]
    private static partial Regex FromEnvironment();

    [GeneratedRegex(@"(?<!\$)\$\{([A-Z_]+)")]
    private static partial Regex Variable();

    [GeneratedRegex(@"ports: \[[^\]]*\]")]
    private static partial Regex Port();

    [GeneratedRegex(@"\nCOPY (?!--)(.*)")]
    private static partial Regex CopyFromSource();
}
