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
                await Session.RunAsync(chosen, isShort: options.Contains("--short"));
                return 0;
            default:
                await Console.Error.WriteLineAsync($"Usage: all | {string.Join(" | ", Measure.All.Select(each => each.Name))} [--short]");
                return 2;
        }
    }
}
