using System.Text.RegularExpressions;
using Portal.Architecture.Tests.Reflection;

namespace Portal.Architecture.Tests.Calls;

/// <summary>
/// A test that reads the machine's clock or sleeps fails on another day, or on another machine; one that names columns
/// fails with every column that gets another name.
/// </summary>
public sealed partial class TestsThemselvesTests
{
    // The places that know the columns, and those whose point is the database itself or the SQL that reaches it.
    private static readonly string[] MayNameColumns =
    [
        "tests/Portal.TestKit/World/", "tests/Portal.Benchmarks/Worlds/", "tests/Portal.Web.Tests/Data/",
        "tests/Portal.Web.Tests/Performance/", "tests/Portal.Architecture.Tests/",
    ];

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

    [Fact]
    public void Tests_SayWhatIsStoredInTheWordsOfTheWorld_AndNameNoColumns() =>
        Source.Files("tests", "*.cs")
            .Select(file => Path.GetRelativePath(Source.Root, file).Replace('\\', '/'))
            .Where(file => !Array.Exists(MayNameColumns, place => file.StartsWith(place, StringComparison.Ordinal)))
            .Where(file => Columns().IsMatch(File.ReadAllText(Path.Combine(Source.Root, file))))
            .ShouldBeEmpty("Portal.TestKit/World has builders and readers: App.World");

    [Theory]
    [InlineData("""SELECT count(*) FROM "Users" WHERE "Id" = {id}""", true)]
    [InlineData("""SELECT "Email" FROM somewhere""", true)]
    [InlineData("""UPDATE \"Outbox\" SET \"State\" = 'Sent'""", true)]
    [InlineData("""INSERT INTO "Sessions" SELECT 1""", true)]
    [InlineData("""command.CommandText.Contains("\"SidHash\" = ", StringComparison.Ordinal)""", true)]
    [InlineData("SELECT count(*) FROM pg_stat_activity", false)]
    [InlineData("""DELETE FROM "__EFMigrationsHistory" """, false)]
    [InlineData("""[InlineData("DELETE", "Path")]""", false)]
    [InlineData("""App.World.Accounts.CountAsync(user => user.Email == "Mail")""", false)]
    public void AColumnThatIsNamed_IsFound(string line, bool named) => Columns().IsMatch(line).ShouldBe(named);

    [GeneratedRegex("""
        \b(SELECT|FROM|JOIN|UPDATE|INTO|SET|WHERE|AND|OR|BY)\s+\\?"[A-Z][A-Za-z]*\\?"
        | \\"[A-Z][A-Za-z]*\\"\s(=|<>|IS|IN|LIKE)
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Columns();

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b|\bThread\.Sleep\b")]
    private static partial Regex Banned();
}
