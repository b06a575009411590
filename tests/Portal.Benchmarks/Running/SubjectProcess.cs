using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Portal.Benchmarks.Running;

/// <summary>
/// One running subject: what it has used of the processor and of memory, from the system's own books.
/// </summary>
internal sealed class SubjectProcess : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);
    private readonly Process process;

    private SubjectProcess(Process process, Uri address) => (this.process, Address) = (process, address);

    public Uri Address { get; }

    public TimeSpan Cpu
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Resident memory, in bytes.</summary>
    public long Memory => File.ReadLines($"/proc/{process.Id}/status").Where(line => line.StartsWith("VmRSS:", StringComparison.Ordinal))
        .Select(line => long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024).First();

    /// <summary>Starts a program and leaves it to the caller to see when it answers.</summary>
    public static SubjectProcess Start(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> settings,
        string log)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");

        // The shell gives its process to the program, and the program's
        // output to a file: a pipe would have to be read here.
        var start = new ProcessStartInfo("/bin/sh",
            ["-c", "exec dotnet \"$@\" >\"$BENCHMARK_LOG\" 2>&1", "sh", program, .. arguments, "--urls", address.ToString()])
        {
            WorkingDirectory = Path.GetDirectoryName(program),
        };
        start.Environment["BENCHMARK_LOG"] = log;
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        foreach (var (name, value) in settings)
        {
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        return new SubjectProcess(Process.Start(start)!, address);
    }

    /// <summary>Asks for a page until it comes.</summary>
    public async Task AnswersAsync(Visitor visitor, string path)
    {
        using var limit = new CancellationTokenSource(LongestStart);
        while (!await AnswersAsync(visitor, path, limit.Token))
        {
            if (process.HasExited)
            {
                throw new InvalidOperationException($"{Address} ended with {process.ExitCode} before it answered.");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(5), limit.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static async Task<bool> AnswersAsync(Visitor visitor, string path, CancellationToken limit)
    {
        try
        {
            return await visitor.StatusAsync(path, limit) == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
