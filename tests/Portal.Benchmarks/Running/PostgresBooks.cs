using System.Globalization;

namespace Portal.Benchmarks.Running;

/// <summary>
/// What the database server has used of the processor: the postmaster, those it has, and those it had.
/// </summary>
internal sealed class PostgresBooks(string folder)
{
    // Fields of /proc/PID/stat after the name in parentheses.
    private const int Parent = 1;
    private const int User = 11;
    private const int EndedSystem = 14;
    private const double TicksPerSecond = 100;

    public TimeSpan Cpu
    {
        get
        {
            var postmaster = File.ReadLines(Path.Combine(folder, "data", "postmaster.pid")).First().Trim();
            var ticks = Directory.GetDirectories("/proc").Select(Path.GetFileName).Where(name => char.IsAsciiDigit(name![0]))
                .Select(name => (Id: name!, Fields: Read(name!)))
                .Where(process => process.Id == postmaster || (process.Fields.Length > Parent && process.Fields[Parent] == postmaster))
                .Sum(process => process.Fields[User..(EndedSystem + 1)].Sum(count => long.Parse(count, CultureInfo.InvariantCulture)));
            return TimeSpan.FromSeconds(ticks / TicksPerSecond);
        }
    }

    private static string[] Read(string id)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{id}/stat");
            return stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return [];
        }
    }
}
