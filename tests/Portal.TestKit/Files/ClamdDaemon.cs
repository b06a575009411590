using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace Portal.TestKit.Files;

/// <summary>A real clamd with a folder and one signature of its own, ended with the test.</summary>
public sealed class ClamdDaemon : IAsyncDisposable
{
    private static readonly string[] Places = ["/usr/sbin/clamd", "/usr/local/sbin/clamd", "/usr/bin/clamd"];

    private readonly Process process;
    private readonly DirectoryInfo folder;

    private ClamdDaemon(Process process, DirectoryInfo folder) => (this.process, this.folder) = (process, folder);

    public static string? Program => Array.Find(Places, File.Exists);

    public string Address => "unix:" + SocketOf(folder);

    /// <param name="harmful">What its only signature finds.</param>
    public static async Task<ClamdDaemon> StartAsync(string harmful)
    {
        var folder = Directory.CreateTempSubdirectory("portal-clamd-");
        var signatures = folder.CreateSubdirectory("signatures").FullName;
        await File.WriteAllTextAsync(Path.Combine(signatures, "portal.ndb"),
            $"Portal.Sample:0:*:{Convert.ToHexStringLower(Encoding.ASCII.GetBytes(harmful))}\n");
        var settings = Path.Combine(folder.FullName, "clamd.conf");
        await File.WriteAllTextAsync(settings,
            $"LocalSocket {SocketOf(folder)}\nDatabaseDirectory {signatures}\nForeground yes\nStreamMaxLength 25M\n");
        var start = new ProcessStartInfo(Program!, ["--config-file", settings])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var daemon = new ClamdDaemon(Process.Start(start)!, folder);
        _ = daemon.process.StandardOutput.ReadToEndAsync();
        var said = daemon.process.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!await daemon.AnswersAsync())
        {
            if (daemon.process.HasExited)
            {
                throw new InvalidOperationException("clamd ended: " + await said);
            }

            await Task.Delay(50, limit.Token);
        }

        return daemon;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        process.Dispose();
        folder.Delete(recursive: true);
    }

    private static string SocketOf(DirectoryInfo folder) => Path.Combine(folder.FullName, "clamd.sock");

    private async Task<bool> AnswersAsync()
    {
        try
        {
            using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(SocketOf(folder)));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
