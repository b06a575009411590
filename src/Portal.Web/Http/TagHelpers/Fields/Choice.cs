namespace Portal.Web.Http.TagHelpers;

/// <summary>One option of a select, radio group or checkbox group.</summary>
public sealed record Choice(string Value, string Text, string? Hint = null)
{
    /// <summary>What it stands under in a select, with those beside it that say the same; null for nothing.</summary>
    public string? Group { get; init; }
}

/// <summary>
/// One line of the password checklist. Test: what the browser can check itself; Met: null as long as nothing was sent.
/// </summary>
public sealed record PolicyItem(string Text, string? Test = null, bool? Met = null);
