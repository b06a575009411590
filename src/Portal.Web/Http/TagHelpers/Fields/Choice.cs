namespace Portal.Web.Http.TagHelpers;

/// <summary>One option of a select, radio group or checkbox group.</summary>
public sealed record Choice(string Value, string Text, string? Hint = null);

/// <summary>
/// One line of the password checklist. Test: what the browser can check itself; Met: null as long as nothing was sent.
/// </summary>
public sealed record PolicyItem(string Text, string? Test = null, bool? Met = null);
