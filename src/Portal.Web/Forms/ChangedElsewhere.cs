using Portal.Web.Data.Entities;

namespace Portal.Web.Forms;

/// <summary>
/// Somebody changed the row since the form was opened: who, when, and both versions side by side. One's own travels on
/// in the page, to be looked at again or saved over the other (SAFE-1).
/// </summary>
/// <param name="Row">As it is now.</param>
/// <param name="Title">What the row is called.</param>
/// <param name="Latest">Where the newer version is, for those who leave their own.</param>
public sealed record ChangedElsewhere(IVersioned Row, string Title, string Latest)
{
    /// <summary>Empty where one's own version must not travel: a password is chosen anew.</summary>
    public IReadOnlyList<ComparedField> Fields { get; init; } = [];

    /// <summary>What travels on without being compared.</summary>
    public IReadOnlyList<KeyValuePair<string, string?>> Kept { get; init; } = [];

    /// <summary>One's own version is saved after a look at what it does only.</summary>
    public bool IsChecked { get; init; }

    /// <summary>The form anew, where nothing of one's own travels on.</summary>
    public string? Again { get; init; }

    /// <summary>The pages between the home page and the row: text and address.</summary>
    public IReadOnlyList<(string Text, string Href)> Crumbs { get; init; } = [];
}

/// <summary>One field in both versions, as people read it.</summary>
/// <param name="Name">Its name in the form.</param>
public sealed record ComparedField(string Name, string Label, string? Own, string? Newer)
{
    /// <summary>What the form sends on: several for a list, none for what stays as it is.</summary>
    public IReadOnlyList<string> Sent { get; init; } = Own is { Length: > 0 } ? [Own] : [];
}
