namespace Portal.Benchmarks.Running;

/// <summary>What one subject did in one round.</summary>
/// <param name="Cpu">Of its process.</param>
/// <param name="DatabaseCpu">Of the database server meanwhile; no other subject was working.</param>
internal sealed record Sample(int Requests, TimeSpan Elapsed, TimeSpan Cpu, TimeSpan DatabaseCpu)
{
    public double PerSecond => Requests / Elapsed.TotalSeconds;

    public double CpuMilliseconds => Cpu.TotalMilliseconds / Requests;

    public double DatabaseMilliseconds => DatabaseCpu.TotalMilliseconds / Requests;
}
