namespace Portal.Rules.Passwords;

/// <summary>A broken rule. Nothing of the password is in it.</summary>
/// <param name="Key">Names the text to show, such as <c>TooShort</c>.</param>
/// <param name="Arguments">What the text speaks of, such as 8 (the minimum) and 5 (what was counted).</param>
public sealed record PasswordViolation(string Key, IReadOnlyList<object> Arguments);
