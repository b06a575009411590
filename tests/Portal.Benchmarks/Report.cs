using System.Diagnostics;
using System.Globalization;
using System.Runtime;
using System.Runtime.InteropServices;

namespace Portal.Benchmarks;

/// <param name="Mark">What the requirement asks; null where a row is there for comparison.</param>
internal sealed record Row(string Requirement, string What, double Value, string Unit, double? Mark = null, bool AtLeast = false)
{
    private bool IsMet => AtLeast ? Value >= Mark : Value <= Mark;

    private string Asked =>
        Mark is { } mark ? string.Create(CultureInfo.InvariantCulture, $"{(AtLeast ? "≥" : "≤")} {mark:#,0.###}") : "";

    private string Met => Mark is null ? "" : IsMet ? "yes" : "**no**";

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"| {Requirement} | {What} | {Value:#,0.###} {Unit} | {Asked} | {Met} |");
}

/// <summary>The figures as a Markdown table, with the kind of machine they come from.</summary>
internal sealed class Report(bool isShort)
{
    private readonly List<Row> rows = [];
    private readonly long began = Stopwatch.GetTimestamp();

    public void Add(IEnumerable<Row> more) => rows.AddRange(more);

    public async Task WriteAsync(TextWriter target)
    {
        var load = (await File.ReadAllTextAsync("/proc/loadavg")).Split(' ')[0];
        await target.WriteLineAsync(
            $"{TimeProvider.System.GetUtcNow():yyyy-MM-dd HH:mm} UTC, {Environment.ProcessorCount} cores ({Processor()}), "
            + $"{RuntimeInformation.FrameworkDescription}, {(GCSettings.IsServerGC ? "server" : "workstation")} GC, "
            + $"{(isShort ? "short run" : "full run")} of {Stopwatch.GetElapsedTime(began).TotalMinutes:0} minutes, "
            + $"load at its end {load}.");
        await target.WriteLineAsync();
        await target.WriteLineAsync("| Requirement | What | Measured | Mark | Met |");
        await target.WriteLineAsync("|---|---|---:|---:|---|");
        foreach (var row in rows)
        {
            await target.WriteLineAsync(row.ToString());
        }
    }

    private static string Processor() =>
        File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1]
            .Trim() ?? "unknown";
}
