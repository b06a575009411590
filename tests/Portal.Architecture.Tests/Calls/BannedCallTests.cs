using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Configuration;
using Portal.Rules.Lockout;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Tenancy;
using Portal.Architecture.Tests.Reflection;

namespace Portal.Architecture.Tests.Calls;

public sealed class BannedCallTests
{
    [Fact]
    public void Nobody_CallsWhatIsBanned() =>
        Offences(Bans.Everywhere, [.. Written(Source.Web.GetTypes()), .. Source.Rules.GetTypes()]).ShouldBeEmpty();

    [Fact]
    public void Rules_TouchNothingOutside() => Offences(Bans.InRules, Source.Rules.GetTypes()).ShouldBeEmpty();

    [Fact]
    public void Rules_ReferToTheFrameworkOnly() =>
        Source.Rules.GetReferencedAssemblies().Select(assembly => assembly.Name!)
            .Where(name => !name.StartsWith("System.", StringComparison.Ordinal)).ShouldBeEmpty();

    [Theory]
    [InlineData(nameof(Fixture.AskTheMachine))]
    [InlineData(nameof(Fixture.AskInLambda))]
    [InlineData(nameof(Fixture.Sleep))]
    [InlineData(nameof(Fixture.WriteRaw))]
    [InlineData(nameof(Fixture.MatchLoosely))]
    [InlineData(nameof(Fixture.ReleaseAside))]
    [InlineData(nameof(Fixture.CutByRange))]
    [InlineData(nameof(Fixture.CutBySpan))]
    [InlineData(nameof(Fixture.CutByTaking))]
    [InlineData(nameof(Fixture.StampAside))]
    [InlineData(nameof(Fixture.SeeByHand))]
    [InlineData(nameof(Fixture.EnterByHand))]
    [InlineData(nameof(Fixture.SetByHand))]
    [InlineData(nameof(Fixture.ReadAside))]
    [InlineData(nameof(Fixture.ConvertAside))]
    public void ABannedCall_IsFound(string method) =>
        Offences(Bans.Everywhere, FixtureTypes()).ShouldContain(offence => offence.Contains(method, StringComparison.Ordinal));

    [Theory]
    [InlineData(nameof(Fixture.AskTheClock))]
    [InlineData(nameof(Fixture.Roll))]
    [InlineData(nameof(Fixture.Look))]
    public void AnImpureRule_IsFound(string method) =>
        Offences(Bans.InRules, FixtureTypes()).ShouldContain(offence => offence.Contains(method, StringComparison.Ordinal));

    [Fact]
    public void EveryExemptType_Exists() =>
        Bans.Everywhere.SelectMany(ban => ban.Exempt).Where(name => (Source.Web.GetType(name) ?? Source.Rules.GetType(name)) is null)
            .ShouldBeEmpty();

    private static string[] Offences(IEnumerable<Ban> bans, IEnumerable<Type> types)
    {
        var all = types.ToList();
        return [.. bans.SelectMany(ban => ban.Offences(all)).Distinct().Order()];
    }

    // Generators bring code of their own, of which nobody here wrote a line.
    private static IEnumerable<Type> Written(IEnumerable<Type> types) => types.Where(type => Source.Outermost(type).Namespace is { } name
        && (name.StartsWith("Portal.", StringComparison.Ordinal) || name == "AspNetCoreGeneratedDocument"));

    private static IEnumerable<Type> FixtureTypes() =>
        typeof(BannedCallTests).Assembly.GetTypes().Where(type => Source.Outermost(type) == typeof(BannedCallTests));

    private static class Fixture
    {
        public static int AskTheMachine() => DateTime.Now.Year;

        public static Func<int> AskInLambda() => () => DateTimeOffset.UtcNow.Year;

        public static void Sleep() => Thread.Sleep(0);

        public static object WriteRaw(IHtmlHelper html) => html.Raw("<b>");

        public static bool MatchLoosely(string text) => Regex.IsMatch(text, "a$");

        public static LockoutState ReleaseAside() => LockoutRules.Release(LockoutState.Clear);

        public static string CutByRange(string text) => text[..10];

        public static string CutBySpan(string text) => string.Concat(text.AsSpan(0, 10), "…");

        public static string CutByTaking(string text) => new([.. text.Take(10)]);

        public static void StampAside(PortalUser user) => user.SecurityStamp = "";

        public static void SeeByHand(TenantScope scope) => scope.Use(Guid.Empty);

        public static void EnterByHand(TenantEntry entry, PortalTenant tenant) => entry.Enter(tenant);

        public static void SetByHand(CurrentTenant current, PortalTenant tenant) => current.Set(tenant);

        public static string? ReadAside(IConfiguration configuration) => configuration["Portal:Workers"];

        public static DateTimeOffset ConvertAside(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, TimeZoneInfo.Utc);

        public static long AskTheClock() => TimeProvider.System.GetTimestamp();

        public static int Roll() => Random.Shared.Next();

        public static bool Look() => File.Exists("/etc/passwd");
    }
}
