using System.Diagnostics;
using System.Globalization;
using Portal.TestKit.Databases;

namespace Portal.TestKit.Web;

/// <summary>
/// A node as a process of its own, which can be killed: on the database of a test, with the clock of the machine.
/// </summary>
public sealed class NodeProcess : IDisposable
{
    private readonly Process process;

    private NodeProcess(Process process, Uri address) => (this.process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>Files, sockets and the like that it has open now.</summary>
    public int Handles => Directory.EnumerateFileSystemEntries($"/proc/{process.Id}/fd").Count();

    /// <summary>Bytes that it has in the machine's memory.</summary>
    public long Memory
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    /// <param name="port">Of the loopback address, where it listens.</param>
    /// <param name="environment">Beside what every node of a test is given.</param>
    /// <param name="within">A program that prepares the ground and then becomes the node.</param>
    public static async Task<NodeProcess> StartAsync(PostgresDatabase database, int port,
        IReadOnlyDictionary<string, string>? environment = null, params IReadOnlyList<string> within)
    {
        ArgumentNullException.ThrowIfNull(database);
        var address = new Uri($"http://127.0.0.1:{port}");
        var start = new ProcessStartInfo("env", [.. within, "dotnet", typeof(Program).Assembly.Location])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = Path.GetDirectoryName(typeof(Program).Assembly.Location)!,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Testing",
                ["ASPNETCORE_URLS"] = address.AbsoluteUri,
                ["ConnectionStrings__Portal"] = database.AppConnectionString,
                ["Portal__BaseUrl"] = PortalApp.BaseAddress.ToString().TrimEnd('/'),
                ["Portal__KnownProxies__0"] = "127.0.0.1",
                ["Portal__Passwords__Iterations"] = "1000",
                ["Portal__FirstAdministrator__Email"] = "",
                ["Portal__Mail__Smtp__Host"] = "localhost",
                ["Portal__Workers"] = "false",
                ["Portal__Database__PatienceFactor"] = PostgresDatabase.PatienceFactor.ToString(CultureInfo.InvariantCulture),
            },
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        var said = new List<string>();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            said.Add(line);
            if (line.Contains("Now listening", StringComparison.Ordinal))
            {
                // What it says from here on is read, so that it never waits for a reader.
                _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
                return new NodeProcess(process, address);
            }
        }

        throw new InvalidOperationException("The node ended before it listened:\n" + string.Join('\n', said));
    }

    /// <summary>At once, as a machine loses its power; nothing of ours runs any more.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
    }
}
