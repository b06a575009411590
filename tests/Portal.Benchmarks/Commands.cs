using Portal.Benchmarks.Measures;
using Portal.Benchmarks.Subjects;

namespace Portal.Benchmarks;

/// <summary>`all`, or the name of one measure; `subject NAME` is how the runner starts what it measures.</summary>
internal static class Commands
{
    private static async Task<int> Main(string[] args)
    {
        switch (args)
        {
            case ["subject", var name, .. var settings]:
                await Subject.RunAsync(name, settings);
                return 0;
            case [var measure, .. var options] when Measure.Named(measure) is { Count: > 0 } chosen:
                await Session.RunAsync(chosen, new Size(options.Contains("--short"), options.Contains("--whole")),
                    Folder(options, "--published"), Folder(options, "--against"));
                return 0;
            default:
                await Console.Error.WriteLineAsync($"Usage: all | {string.Join(" | ", Measure.All.Select(each => each.Name))} "
                    + "[--short | --whole] [--published FOLDER] [--against FOLDER]");
                return 2;
        }
    }

    /// <summary>
    /// The folder of a publication of Portal: of the one to measure, where it has not to be made, or of another with
    /// the same schema to measure beside it.
    /// </summary>
    private static string? Folder(string[] options, string name) =>
        Array.IndexOf(options, name) is var at and >= 0 && at + 1 < options.Length ? options[at + 1] : null;
}
