using System.Text.RegularExpressions;
using Portal.Architecture.Tests.Reflection;

namespace Portal.Architecture.Tests.Shape;

/// <summary>Each room registers what lives in it, one registration a line: two who add to it do not meet.</summary>
public sealed partial class RegistrationTests
{
    [Fact]
    public void Registrations_StandOneALine() => Registering()
        .SelectMany(file => File.ReadLines(file).Where(line => Registration().Count(line) > 1)
            .Select(line => $"{Name(file)}: {line.Trim()}"))
        .ShouldBeEmpty();

    [Fact]
    public void ARoom_RegistersWhatLivesInIt()
    {
        var homes = Source.Web.GetTypes().Where(type => !type.IsNested).ToLookup(type => type.Name.Split('`')[0], type => type.Namespace!);
        Registering().SelectMany(file => Registration().Matches(File.ReadAllText(file))
                .Where(match => match.Value.EndsWith("()", StringComparison.Ordinal))
                .Select(match => (File: file, Type: match.Groups["type"].Value.Split('.')[^1]))
                .Where(found => homes[found.Type].Any() && !homes[found.Type].Any(home => IsBelow(home, RoomOf(found.File)))))
            .Select(found => $"{Name(found.File)}: {found.Type}").ShouldBeEmpty();
    }

    [Theory]
    [InlineData(".AddScoped<A>().AddSingleton<B>()", 2)]
    [InlineData(".AddScoped<IThing, Thing>()", 1)]
    [InlineData(".AddHostedService(provider => provider.GetRequiredService<A>())", 0)]
    public void TwoOnALine_AreFound(string line, int count) => Registration().Count(line).ShouldBe(count);

    private static IEnumerable<string> Registering() =>
        Source.Files("src", "*Services.cs").Where(file => Registration().IsMatch(File.ReadAllText(file)));

    private static string RoomOf(string file) => "Portal.Web." + Name(Path.GetDirectoryName(file)!).Replace('/', '.');

    private static string Name(string file) => Path.GetRelativePath(Path.Combine(Source.Root, "src", "Portal.Web"), file);

    private static bool IsBelow(string home, string room) =>
        home == room || home.StartsWith(room + ".", StringComparison.Ordinal);

    [GeneratedRegex(@"\.Add(?:Scoped|Singleton|Transient|HostedService|Round)<(?:[\w.<>]+,\s*)?(?<type>[\w.]+)>+\(\)?")]
    private static partial Regex Registration();
}
