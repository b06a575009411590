namespace Portal.Rules.Text;

/// <summary>Length as people count it for passwords: an emoji is one, not two (IV-06).</summary>
internal static class CodePoints
{
    public static int Count(string text) => text.EnumerateRunes().Count();
}
