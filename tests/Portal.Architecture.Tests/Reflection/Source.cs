using System.Reflection;
using Portal.TestKit;

namespace Portal.Architecture.Tests.Reflection;

/// <summary>What this test looks at: the two assemblies, and the files they are made from.</summary>
internal static class Source
{
    private static readonly string[] Generated = ["/Migrations", "/CompiledModel/Generated"];

    public static Assembly Rules { get; } = typeof(Portal.Rules.Lockout.LockoutRules).Assembly;

    public static Assembly Web { get; } = typeof(Program).Assembly;

    public static string Root => Repository.Root;

    public static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(Root, file).Split(Path.DirectorySeparatorChar)
                .Any(part => part is "bin" or "obj" or "App_Data"));

    /// <summary>Whether EF's tools wrote what is in this folder.</summary>
    public static bool IsGenerated(string folder) => Array.Exists(Generated, each => folder.EndsWith(each, StringComparison.Ordinal));

    /// <summary>
    /// The type in the source that a compiled one came from: lambdas and async methods become nested types.
    /// </summary>
    public static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;
}
