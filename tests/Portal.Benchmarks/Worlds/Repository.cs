namespace Portal.Benchmarks.Worlds;

/// <summary>The source tree that this was built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Ancestors(AppContext.BaseDirectory)
        .First(folder => File.Exists(Path.Combine(folder, "Portal.sln")));

    private static IEnumerable<string> Ancestors(string folder)
    {
        for (var current = new DirectoryInfo(folder); current is not null; current = current.Parent)
        {
            yield return current.FullName;
        }
    }
}
