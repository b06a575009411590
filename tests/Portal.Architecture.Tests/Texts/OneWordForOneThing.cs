using System.Text.RegularExpressions;
using System.Xml.Linq;
using Portal.Architecture.Tests.Reflection;
using Shouldly;
using Xunit;

namespace Portal.Architecture.Tests.Texts;

/// <summary>
/// Wordings that a reader of pages and mails once stumbled over (FACE-7). What to write instead stands in
/// docs/reference/glossary.md.
/// </summary>
public sealed class OneWordForOneThing
{
    [Theory]
    [InlineData("en", @"\bpresent (password|keyword|one)\b|\banew\b|dies after|\blives \{0\}|who is to be")]
    [InlineData("en", @"not end by itself|of the contacts")]
    [InlineData("en", "What is asked for|what is registered")]
    [InlineData("en", @"[Ff]ailures since\b|Sign-in ID|There is a problem \(|\be-mail|\b(a|the|no) mail\b(?! server)|\(reading\)")]
    [InlineData("ja", "そのほかの設定と記録|ロックの終わり|端末利用者情報|もう一度手続き$|(?<!お)問い合わせ先|トップページ")]
    public void FACE_7_NoTextSaysItTheOldWay(string language, string banned)
    {
        var found = Texts(language).Where(text => Regex.IsMatch(text.Value, banned)).Select(text => $"{text.Key}: {text.Value}").ToList();

        found.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(@"\be-mail", "We have e-mailed instructions", true)]
    [InlineData(@"\b(a|the|no) mail\b(?! server)", "A mail server is set", false)]
    public void ThePatternsBite(string banned, string text, bool found) => Regex.IsMatch(text, banned).ShouldBe(found);

    [Fact]
    public void FACE_7_ATenantsPages_SayLockInOneWay() => Texts("ja")
        .Where(text => text.Value.Contains("ロックアウト", StringComparison.Ordinal))
        .Where(text => !text.Key.StartsWith("AdminText", StringComparison.Ordinal))
        .Select(text => $"{text.Key}: {text.Value}").ShouldBeEmpty();

    private static IEnumerable<KeyValuePair<string, string>> Texts(string language) => Source.Files("src", $"*.{language}.resx")
        .SelectMany(file => XDocument.Load(file).Root!.Elements("data").Select(text =>
            KeyValuePair.Create($"{Path.GetFileName(file)} {text.Attribute("name")!.Value}", text.Element("value")!.Value)));
}
