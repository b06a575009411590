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
    [InlineData("en", @"[Ff]ailures since\b|Sign-in ID|There is a problem \(|\be-mail|\b[Mm]ails?\b(?! server)|\(reading\)")]
    [InlineData("ja", "そのほかの設定と記録|ロックの終わり|端末利用者情報|もう一度手続き$|(?<!お)問い合わせ先|トップページ|アラーム|取消")]
    public void FACE_7_NoTextSaysItTheOldWay(string language, string banned)
    {
        var found = Texts(language).Where(text => Regex.IsMatch(text.Value, banned)).Select(text => $"{text.Key}: {text.Value}").ToList();

        found.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(@"\be-mail", "We have e-mailed instructions", true)]
    [InlineData(@"\b[Mm]ails?\b(?! server)", "Mails come from", true)]
    [InlineData(@"\b[Mm]ails?\b(?! server)", "A mail server is set, and a mailed link", false)]
    public void ThePatternsBite(string banned, string text, bool found) => Regex.IsMatch(text, banned).ShouldBe(found);

    /// <summary>A button says 保存 and not 保存する; a verb of its own, such as 送る, stands as it is.</summary>
    [Fact]
    public void FACE_7_ButtonsEndInNoSuru() => Source.Files("src", "*.cshtml")
        .SelectMany(file => Buttons(File.ReadAllText(file)).SelectMany(key => Said(file, key)))
        .Where(text => text.Value.EndsWith("する", StringComparison.Ordinal)).Select(text => $"{text.Key}: {text.Value}").Distinct()
        .ShouldBeEmpty();

    [Theory]
    [InlineData("<p-button name=\"Step\" value=\"save\">@S[\"Create\"]</p-button>", "Create")]
    [InlineData("<p-link-button href=\"@target.Act(\"x\")\"\n  kind=\"quiet\">@Q[\"Move.Accept\"]</p-link-button>", "Move.Accept")]
    [InlineData("<p-confirm title=\"@S[\"Question\"]\" submit=\"@S[\"Act.\" + Model.Act]\"", "Act.*")]
    [InlineData("<p-button kind=\"quiet\">@C[isOne ? \"One\" : \"One\"]<span>", "One", "One")]
    public void AButton_IsRead(string view, params string[] keys) => Buttons(view).ShouldBe(keys);

    /// <summary>Whatever is counted says one as it says several, in both languages.</summary>
    [Fact]
    public void FACE_7_WhatIsCounted_HasATextForOne()
    {
        var keys = Texts("en").Concat(Texts("ja")).Select(text => text.Key).ToHashSet();
        var counted = Source.Files("src", "*.cs").Concat(Source.Files("src", "*.cshtml"))
            .SelectMany(file => Regex.Matches(File.ReadAllText(file), @"CountedKey\.Of\(""(?<key>[\w.]*\w)"""))
            .Select(match => match.Groups["key"].Value).Distinct().ToList();

        counted.Count.ShouldBeGreaterThan(30);
        counted.Where(key => !keys.Any(each => each.EndsWith($" {key}", StringComparison.Ordinal))
            || keys.Where(each => each.EndsWith($".resx {key}One", StringComparison.Ordinal))
                .Select(each => each.Contains(".en.resx", StringComparison.Ordinal)).Distinct().Count() != 2).ShouldBeEmpty();
    }

    [Fact]
    public void FACE_7_ATenantsPages_SayLockInOneWay() => Texts("ja")
        .Where(text => text.Value.Contains("ロックアウト", StringComparison.Ordinal))
        .Where(text => !text.Key.StartsWith("AdminText", StringComparison.Ordinal))
        .Select(text => $"{text.Key}: {text.Value}").ShouldBeEmpty();

    private static IEnumerable<KeyValuePair<string, string>> Texts(string language) =>
        Source.Files("src", $"*.{language}.resx").SelectMany(TextsOf);

    private static IEnumerable<KeyValuePair<string, string>> TextsOf(string file) => XDocument.Load(file).Root!.Elements("data")
        .Select(text => KeyValuePair.Create($"{Path.GetFileName(file)} {text.Attribute("name")!.Value}", text.Element("value")!.Value));

    /// <summary>Keys of what buttons say; with a star for whatever follows.</summary>
    private static IEnumerable<string> Buttons(string view) =>
        Regex.Matches(view, @"(?:<p-(?:link-)?button\b[^<]*>|submit=""@\w+\[)(?<said>[^<>\]]*""[^<>]*?\])")
            .SelectMany(match => Regex.Matches(match.Groups["said"].Value, @"""(?<key>[\w.]+)""(?<more> \+)?"))
            .Select(match => match.Groups["key"].Value + (match.Groups["more"].Success ? "*" : ""));

    /// <summary>The Japanese of a key in the nearest texts above a view.</summary>
    private static IReadOnlyList<KeyValuePair<string, string>> Said(string view, string key)
    {
        var pattern = new Regex($" {Regex.Escape(key).Replace(@"\*", ".*", StringComparison.Ordinal)}$");
        for (var folder = Path.GetDirectoryName(view)!; folder.Contains("Features", StringComparison.Ordinal);
            folder = Path.GetDirectoryName(folder)!)
        {
            var found = Directory.GetFiles(folder, "*.ja.resx").SelectMany(TextsOf).Where(text => pattern.IsMatch(text.Key)).ToList();
            if (found.Count > 0)
            {
                return found;
            }
        }

        return [];
    }
}
