using System.Reflection;
using Portal.Architecture.Tests.Reflection;
using Portal.Web.Audit;
using Shouldly;
using Xunit;

namespace Portal.Architecture.Tests.Texts;

/// <summary>A kind of event that the log cannot name, or that nobody wrote down, is half an event (ADMIN-7).</summary>
public sealed class EventKindTests
{
    private static readonly string[] Kinds =
        [.. typeof(AuditKinds).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!)];

    [Theory]
    [InlineData("ja")]
    [InlineData("en")]
    public void ADMIN_7_EveryKindHasWords(string language)
    {
        var file = Path.Combine(Source.Root, "src/Portal.Web/Audit", $"AuditText.{language}.resx");
        Kinds.Except(TextPair.Read(file, file).Japanese.Keys).ShouldBeEmpty();
    }

    [Fact]
    public void ADMIN_7_EveryKindIsInTheTableOfActsAndEvents()
    {
        var table = File.ReadLines(Path.Combine(Source.Root, "docs/reference/events.md")).Where(line => line.StartsWith('|')).ToList();
        Kinds.Where(kind => table.Count(line => line.Split('|')[2].Trim() == $"`{kind}`") != 1).ShouldBeEmpty();
    }

    [Fact]
    public void EveryKindIsItsOwn() => Kinds.ShouldBeUnique();
}
