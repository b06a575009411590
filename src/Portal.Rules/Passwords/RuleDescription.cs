namespace Portal.Rules.Passwords;

/// <summary>A rule as a line of the checklist beside the field (PASS-2).</summary>
/// <param name="Key">Names the text to show, such as <c>Length</c>.</param>
/// <param name="Arguments">What the text speaks of, such as 8 and 20.</param>
/// <param name="ClientTest">
/// What the browser can tick by itself, or null where only the server knows. One of: <c>length:8-20</c> (code points),
/// <c>charset:.-_</c> (ASCII letters and digits, and the symbols after the colon, nothing else), <c>letter</c>,
/// <c>upper</c>, <c>lower</c>,
/// <c>digit</c> (one ASCII character of the kind), <c>symbol:!@#</c> (one of those after the colon),
/// <c>not-digits-alone</c>, <c>not-repeated</c>.
/// </param>
public sealed record RuleDescription(string Key, IReadOnlyList<object> Arguments, string? ClientTest);
