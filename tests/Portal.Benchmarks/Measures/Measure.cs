namespace Portal.Benchmarks.Measures;

/// <summary>What answers one requirement of the section PERF.</summary>
internal abstract class Measure
{
    public static IReadOnlyList<Measure> All { get; } =
        [new SignInMeasure(), new PageMeasure(), new PagesMeasure(), new ExportMeasure(), new StartMeasure(), new WeightMeasure(),
            new CasesMeasure(), new SealingMeasure(), new LiveMeasure()];

    public abstract string Name { get; }

    public static IReadOnlyList<Measure> Named(string name) => name == "all" ? All : [.. All.Where(measure => measure.Name == name)];

    public abstract Task<IReadOnlyList<Row>> RunAsync(Session session);
}
