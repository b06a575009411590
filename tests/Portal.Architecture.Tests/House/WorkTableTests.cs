using System.Text.RegularExpressions;
using Microsoft.Extensions.Hosting;
using Portal.Architecture.Tests.Reflection;
using Portal.Web.Jobs;

namespace Portal.Architecture.Tests.House;

/// <summary>The tables of background work in the docs have every worker and round, and none that is gone.</summary>
public sealed partial class WorkTableTests
{
    [Fact]
    [Trait("Review", "F19")]
    public void TheTablesOfTheDocs_HaveAllBackgroundWork()
    {
        var page = File.ReadAllText(Path.Combine(Source.Root, "docs/explanation/architecture.md"));
        var section = page[page.IndexOf("## Background work", StringComparison.Ordinal)..];
        var named = FirstCells().Matches(section[..section.IndexOf("\n## ", StringComparison.Ordinal)])
            .Select(cell => cell.Groups[1].Value);

        named.ShouldBe(typeof(IRound).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && (type.IsAssignableTo(typeof(IRound)) || type.IsAssignableTo(typeof(BackgroundService))))
            .Select(type => type.Name), ignoreOrder: true);
    }

    [GeneratedRegex("^\\| `(\\w+)` \\|", RegexOptions.Multiline)]
    private static partial Regex FirstCells();
}
