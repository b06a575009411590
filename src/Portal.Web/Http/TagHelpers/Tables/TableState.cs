namespace Portal.Web.Http.TagHelpers;

/// <summary>What the cells of one table know of each other: headings by column, and where the pen stands.</summary>
internal sealed class TableState(string? sort, bool labelled)
{
    private readonly List<string> headings = [];
    private int column;

    /// <summary>Order in force: "updated", "-updated" or nothing.</summary>
    public string? Sort { get; } = sort;

    public bool InBody { get; set; }

    public void StartRow() => column = 0;

    public void AddHeading(string text) => headings.Add(text);

    /// <summary>Null where the columns keep their place and cells need no label.</summary>
    public string? NextHeading() => labelled && column < headings.Count ? headings[column++] : null;
}
