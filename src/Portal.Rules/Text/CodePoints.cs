namespace Portal.Rules.Text;

/// <summary>Length as people count it: an emoji is one, not two (IV-06).</summary>
public static class CodePoints
{
    public static int Count(string text) => text.EnumerateRunes().Count();
}
