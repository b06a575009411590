using System.Diagnostics.Metrics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using Portal.TestKit;
using Portal.TestKit.Web;
using Portal.Web.Metrics;
using Portal.Web.Tests.Features.SignIn;

namespace Portal.Web.Tests.Http.Watch;

/// <summary>What a dashboard shows and nobody measures stays empty without a word.</summary>
[Collection(nameof(CountersOfTheProcess))]
public sealed partial class WatchFiles
{
    private const string Dashboard = "docs/watch/dashboard.json";

    [Fact]
    public async Task ADMIN_13_WhatDashboardAndAlertsName_IsMeasured()
    {
        var known = Ours().Select(PrometheusName).Concat(await ExportedAsync()).ToHashSet();

        foreach (var file in new[] { Dashboard, "docs/watch/alerts.yml" })
        {
            var named = Names().Matches(Repository.Read(file)).Select(name => name.Value).Distinct().ToList();
            named.Count.ShouldBeGreaterThan(5);
            named.Where(name => !known.Contains(name) && !known.Contains(Part().Replace(name, ""))).ShouldBeEmpty(file);
        }
    }

    [Fact]
    [Trait("Review", "F7")]
    public void ADMIN_13_ARuleFires_AlsoWhereNothingWasCountedBefore()
    {
        var rules = Rules().Matches(Repository.Read("docs/watch/alerts.yml")).Select(rule => rule.Groups[1].Value).ToList();
        rules.Count.ShouldBeGreaterThan(10);

        // From nothing to one is no step that increase() sees.
        var zeroes = rules.SelectMany(rule => MustStayZero().Matches(rule)
            .Select(found => (rule, found.Groups[1].Value, found.Groups[2].Value))).ToList();
        zeroes.Count.ShouldBeGreaterThan(4);
        zeroes.ShouldAllBe(zero => zero.rule.Contains($"({zero.Item2} unless {zero.Item2} offset {zero.Item3})", StringComparison.Ordinal));

        // No series is no number either.
        rules.Where(rule => rule.EndsWith("== 0", StringComparison.Ordinal) && rule.Contains("increase(", StringComparison.Ordinal))
            .ShouldHaveSingleItem().ShouldContain("or vector(0)");
    }

    [Fact]
    public void ADMIN_13_WhatIsMeasured_IsInTheReference()
    {
        var page = Repository.Read("docs/reference/metrics.md");
        Ours().Where(instrument => !page.Contains($"`{instrument.Name}`", StringComparison.Ordinal)).Select(instrument => instrument.Name)
            .ShouldBeEmpty();
    }

    [Fact]
    public void ADMIN_13_TheDashboard_IsReadable()
    {
        var panels = JsonDocument.Parse(Repository.Read(Dashboard)).RootElement.GetProperty("panels").EnumerateArray().ToList();
        panels.Count.ShouldBeGreaterThan(10);
        panels.ShouldAllBe(panel => panel.GetProperty("targets").GetArrayLength() > 0);
    }

    /// <summary>The instruments that our classes hold, whether anything was counted yet or not.</summary>
    private static List<Instrument> Ours()
    {
        var instruments = typeof(PortalMetrics).Assembly.GetTypes().Where(type => !type.ContainsGenericParameters)
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public))
            .Where(field => field.FieldType.IsAssignableTo(typeof(Instrument))).ToList();
        foreach (var type in instruments.Select(field => field.DeclaringType!).Distinct())
        {
            RuntimeHelpers.RunClassConstructor(type.TypeHandle);
        }

        return [.. instruments.Select(field => (Instrument)field.GetValue(null)!)];
    }

    private static string PrometheusName(Instrument instrument) => instrument.Name.Replace('.', '_')
        + (instrument.Unit == "s" ? "_seconds" : "")
        + (instrument.GetType().GetGenericTypeDefinition() == typeof(Counter<>) ? "_total" : "");

    private static async Task<IEnumerable<string>> ExportedAsync()
    {
        var port = PortalApp.FreePort();
        await using var app = await PortalApp.ListenAsync(Scraping.At(port));
        (await Scraping.AskAsync(app.ClientOptions.BaseAddress.Port, "/healthz/live", "localhost")).EnsureSuccessStatusCode();
        return [.. Exported().Matches(await Scraping.ReadAsync(port)).Select(line => line.Groups[1].Value)];
    }

    [GeneratedRegex("\\b(portal|http|kestrel|dotnet)_[a-z0-9_]+(?=[{\\[])")]
    private static partial Regex Names();

    [GeneratedRegex("^ +expr: '(.*)'$", RegexOptions.Multiline)]
    private static partial Regex Rules();

    [GeneratedRegex(@"(?<!unless sum by \(channel\) \()increase\(([a-z_]+\{[^}]*\})\[(\w+)\]\)+ > 0(?! unless)")]
    private static partial Regex MustStayZero();

    [GeneratedRegex("_(bucket|sum|count)$")]
    private static partial Regex Part();

    [GeneratedRegex("^# TYPE (\\S+) ", RegexOptions.Multiline)]
    private static partial Regex Exported();
}
