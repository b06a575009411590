using System.Text.RegularExpressions;

namespace Portal.Browser.Tests;

/// <summary>
/// Which pages of a portal are still to be looked at. Two addresses
/// that differ in an id or in the query are one kind of page.
/// </summary>
internal sealed partial class Walk(string portal)
{
    private readonly HashSet<string> kinds = [];
    private readonly Queue<string> ahead = new();

    public int Seen { get; private set; }

    public void Found(IEnumerable<string> paths)
    {
        foreach (var path in paths.Where(path => path.StartsWith(portal, StringComparison.Ordinal) && kinds.Add(Kind(path))))
        {
            ahead.Enqueue(path);
        }
    }

    public string? Next()
    {
        Seen++;
        return ahead.TryDequeue(out var path) ? path : null;
    }

    private static string Kind(string path) => Id().Replace(path.Split('?')[0].TrimEnd('/'), "*");

    [GeneratedRegex("(?<=/)([0-9a-f-]{32,36}|[A-Z]{1,3}-?[0-9]{4,})(?=/|$)")]
    private static partial Regex Id();
}
