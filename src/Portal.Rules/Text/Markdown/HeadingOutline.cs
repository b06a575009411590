namespace Portal.Rules.Text;

/// <summary>
/// Headings of a text that stands below another heading: whatever levels were typed, none is skipped on the way down,
/// so that readers who go from heading to heading miss nothing (A11Y-1).
/// </summary>
public static class HeadingOutline
{
    private const int Deepest = 6;

    /// <summary>The level of each heading.</summary>
    /// <param name="above">Level of the heading that the text stands under.</param>
    /// <param name="typed">Levels as they were typed, in the order of the text.</param>
    public static IReadOnlyList<int> Under(int above, IEnumerable<int> typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var placed = new List<int>();
        var open = new Stack<int>();
        foreach (var level in typed)
        {
            while (open.TryPeek(out var last) && last >= level)
            {
                open.Pop();
            }

            open.Push(level);
            placed.Add(Math.Min(above + open.Count, Deepest));
        }

        return placed;
    }
}
