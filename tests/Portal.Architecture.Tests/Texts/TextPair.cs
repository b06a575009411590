using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Portal.Architecture.Tests.Texts;

/// <summary>The Japanese and English texts of one feature.</summary>
internal sealed partial class TextPair
{
    private TextPair(string name, IReadOnlyDictionary<string, string> japanese, IReadOnlyDictionary<string, string> english) =>
        (Name, Japanese, English) = (name, japanese, english);

    public string Name { get; }

    public IReadOnlyDictionary<string, string> Japanese { get; }

    public IReadOnlyDictionary<string, string> English { get; }

    public static TextPair Read(string japaneseFile, string englishFile) =>
        new(Path.GetFileName(japaneseFile), Read(XDocument.Load(japaneseFile)), Read(XDocument.Load(englishFile)));

    public static TextPair Of(string japanese, string english) =>
        new("fixture", Read(XDocument.Parse(japanese)), Read(XDocument.Parse(english)));

    /// <summary>Everything that is wrong, one line each.</summary>
    public IEnumerable<string> Faults() =>
    [
        .. Japanese.Keys.Except(English.Keys).Select(key => $"{Name}: {key} has no English"),
        .. English.Keys.Except(Japanese.Keys).Select(key => $"{Name}: {key} has no Japanese"),
        .. Japanese.Concat(English).Where(text => string.IsNullOrWhiteSpace(text.Value)).Select(text => $"{Name}: {text.Key} is empty"),
        .. English.Where(text => JapaneseCharacter().IsMatch(text.Value))
            .Select(text => $"{Name}: the English of {text.Key} has Japanese in it"),
        .. Japanese.Keys.Intersect(English.Keys).Where(key => !Slots(Japanese[key]).SetEquals(Slots(English[key])))
            .Select(key => $"{Name}: {key} has other slots in Japanese than in English"),
    ];

    private static Dictionary<string, string> Read(XDocument file) =>
        file.Root!.Elements("data").ToDictionary(data => (string)data.Attribute("name")!, data => (string?)data.Element("value") ?? "");

    private static HashSet<string> Slots(string text) => [.. Slot().Matches(text).Select(match => match.Groups[1].Value)];

    [GeneratedRegex(@"\{([0-9]+)[^}]*\}")]
    private static partial Regex Slot();

    [GeneratedRegex(@"[\u3000-\u30FF\u3400-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF]")]
    private static partial Regex JapaneseCharacter();
}
