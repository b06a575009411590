using System.Diagnostics;
using System.Globalization;
using System.Runtime;
using System.Runtime.InteropServices;

namespace Portal.Benchmarks;

/// <param name="Mark">What the requirement asks; null where a row is there for comparison.</param>
internal sealed record Row(string Requirement, string What, double Value, string Unit, double? Mark = null, bool AtLeast = false)
{
    private bool IsMet => AtLeast ? Value >= Mark : Value <= Mark;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"| {Requirement} | {What} | {Value:#,0.###} {Unit} | {(Mark is { } mark ? $"{(AtLeast ? "≥" : "≤")} {mark:#,0.###}" : "")} | {(Mark is null ? "" : IsMet ? "yes" : "**no**")} |");
}

/// <summary>The figures as a Markdown table, with the kind of machine they come from.</summary>
internal sealed class Report(bool isShort)
{
    private readonly List<Row> rows = [];
    private readonly long began = Stopwatch.GetTimestamp();

    public void Add(IEnumerable<Row> more) => rows.AddRange(more);

    public async Task WriteAsync(TextWriter target)
    {
        await target.WriteLineAsync($"{TimeProvider.System.GetUtcNow():yyyy-MM-dd HH:mm} UTC, {Environment.ProcessorCount} cores ({Processor()}), {RuntimeInformation.FrameworkDescription}, {(GCSettings.IsServerGC ? "server" : "workstation")} GC, {(isShort ? "short run" : "full run")} of {Stopwatch.GetElapsedTime(began).TotalMinutes:0} minutes, load at its end {(await File.ReadAllTextAsync("/proc/loadavg")).Split(' ')[0]}.");
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
