using System.Text.RegularExpressions;
using Portal.Architecture.Tests.Reflection;

namespace Portal.Architecture.Tests.Shape;

/// <summary>
/// A class of the style sheets has one meaning: a second rule for the same selector changes pages that its author
/// never looked at. Other widths, print and dark stand in their own blocks.
/// </summary>
public sealed partial class StyleTests
{
    [Fact]
    public void NoSelector_IsDescribedTwice() =>
        Source.Files("src", "*.css").SelectMany(file => Selectors(File.ReadAllText(file))).CountBy(selector => selector)
            .Where(each => each.Value > 1).Select(each => each.Key).ShouldBeEmpty();

    [Theory]
    [InlineData(".a { color: red; } .b { color: blue; }", 2)]
    [InlineData(".a { color: red; } /* .a { } */ @media print { .a { color: blue; } .a { color: red; } }", 1)]
    [InlineData(".a { color: red; }\n.a  { color: blue; }", 2)]
    public void Selectors_OutsideOfBlocks_AreFound(string styles, int found) => Selectors(styles).Count.ShouldBe(found);

    private static List<string> Selectors(string styles)
    {
        var (found, depth, from) = (new List<string>(), 0, 0);
        var text = Comment().Replace(styles, "");
        foreach (var (at, sign) in text.Index().Where(each => each.Item is '{' or '}' or ';'))
        {
            var before = Spaces().Replace(text[from..at], " ").Trim();
            if (sign == '{' && depth++ == 0 && !before.StartsWith('@'))
            {
                found.Add(before);
            }

            depth -= sign == '}' ? 1 : 0;
            from = at + 1;
        }

        return found;
    }

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
