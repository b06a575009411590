namespace Portal.Rules.Text;

/// <summary>Length as people count it: an emoji is one, not two (IV-06).</summary>
public static class CodePoints
{
    /// <summary>The number of code points; half a surrogate pair counts as one.</summary>
    /// <param name="text">Any length.</param>
    public static int Count(string text) => text.EnumerateRunes().Count();
}
