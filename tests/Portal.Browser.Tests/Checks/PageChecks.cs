using Microsoft.Playwright;
using Shouldly;

namespace Portal.Browser.Tests.Checks;

/// <summary>The checks every page must pass; a journey calls them on each page it comes to.</summary>
public static class PageChecks
{
    private static readonly (string Id, Func<IPage, Task<IReadOnlyList<string>>> Find)[] Checks =
    [
        ("A2", Frame.FindAsync),
        ("A3", Reflow.FindAsync),
        ("A6", ColumnCollapse.FindAsync),
        ("A9", FocusOrder.FindAsync),
        ("A11", TargetSize.FindAsync),
        ("C3", Inline.FindAsync),
    ];

    /// <summary>
    /// What can be seen without touching the page: axe, frame,
    /// reflow, column collapse, focus order, target size, console.
    /// </summary>
    public static async Task ShouldBeSoundAsync(this Window window)
    {
        ArgumentNullException.ThrowIfNull(window);
        (await window.FindTroubleAsync()).ShouldBeEmpty(window.Page.Url);
    }

    /// <summary>The findings of <see cref="ShouldBeSoundAsync"/>, for those who collect them over many pages.</summary>
    public static async Task<IReadOnlyList<string>> FindTroubleAsync(this Window window)
    {
        ArgumentNullException.ThrowIfNull(window);
        var findings = new List<string>(window.Complaints.Take().Select(complaint => "C2 " + complaint));

        // Axe works in steps of its own making, and never ends where a page's scripts may not run.
        foreach (var (id, find) in window.RunsScripts ? [("A1", Axe.FindAsync), .. Checks] : Checks)
        {
            var found = await find(window.Page).WithinAsync($"the check {id}", window.Page.Url);
            findings.AddRange(found.Select(finding => $"{id} {finding}"));
        }

        return findings;
    }

    /// <summary>Walks through the page with the Tab key: every stop must be seen (A8). Moves the focus.</summary>
    public static async Task ShouldShowFocusAsync(this Window window)
    {
        ArgumentNullException.ThrowIfNull(window);
        (await FocusVisible.FindAsync(window.Page).WithinAsync("the check A8", window.Page.Url)).ShouldBeEmpty(window.Page.Url);
    }

    /// <summary>
    /// Larger text, wider spacing, half the window (A4, A5), and no
    /// motion where none is wanted (A12). Leaves the page changed.
    /// </summary>
    public static async Task ShouldStretchAsync(this Window window)
    {
        ArgumentNullException.ThrowIfNull(window);
        (await Stretch.FindAsync(window.Page).WithinAsync("the checks A4, A5 and A12", window.Page.Url)).ShouldBeEmpty(window.Page.Url);
    }
}
