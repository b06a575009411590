namespace Portal.Rules.Text.Counting;

/// <summary>
/// Names the text that says a number: where there is one thing, English has another text than for none or several.
/// </summary>
public static class CountedKey
{
    /// <param name="key">Of the text that says several; that of one has "One" behind it.</param>
    /// <param name="count">The number it says.</param>
    public static string Of(string key, long count) => count == 1 ? key + "One" : key;
}
