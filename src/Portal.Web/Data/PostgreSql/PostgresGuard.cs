using System.Diagnostics;

namespace Portal.Web.Data.PostgreSql;

/// <summary>
/// A shell between us and the server. It stops the server when our end of its input closes: when we ask, and also when
/// this process dies.
/// </summary>
internal sealed class PostgresGuard : IAsyncDisposable
{
    private const string Script = """
        signal=$1 log=$2 folder=$3 sockets=$4; shift 4
        exec 3<&0
        "$@" </dev/null 3<&- >"$log" 2>&1 & server=$!
        { cat <&3 >/dev/null; kill -s "$signal" $server; } & watch=$!
        exec 3<&-
        wait $server; result=$?
        kill $watch 2>/dev/null
        rm -rf -- ${folder:+"$folder"} ${sockets:+"$sockets"}
        exit $result
        """;

    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(60);
    private readonly Process shell;

    private PostgresGuard(Process shell) => this.shell = shell;

    public bool HasExited => shell.HasExited;

    public static PostgresGuard Start(
        PrivatePostgresOptions options, PostgresFolder folder, PostgresPrograms programs, PostgresAccount account)
    {
        var deletedAtEnd = options.IsKept ? "" : folder.Path;
        var socketsElsewhere = folder.Sockets == folder.Path ? "" : folder.Sockets;
        // A session of its own: Ctrl-C in our terminal must not reach the server before our last requests are done.
        var start = Command.Describe(account.Run(
            ["setsid", "/bin/sh", "-c", Script, "guard", options.StopSignal, folder.Log, deletedAtEnd, socketsElsewhere,
                .. Server(options, folder, programs)]));
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = start.RedirectStandardError = false;
        return new PostgresGuard(Process.Start(start)!);
    }

    public async ValueTask DisposeAsync()
    {
        shell.StandardInput.Close();
        try
        {
            await shell.WaitForExitAsync().WaitAsync(LongestStop);
        }
        catch (TimeoutException)
        {
            // The shell goes on waiting by itself; nothing is lost by leaving.
        }

        shell.Dispose();
    }

    private static IEnumerable<string> Server(PrivatePostgresOptions options, PostgresFolder folder, PostgresPrograms programs) =>
    [
        programs.Postgres, "-D", folder.Data,
        .. new[]
        {
            "listen_addresses=", "port=5432", "unix_socket_directories=" + folder.Sockets, "unix_socket_permissions=0700",
            "timezone=UTC", "log_timezone=UTC", "logging_collector=off",
        }.Concat(options.Settings).SelectMany(setting => new[] { "-c", setting }),
    ];
}
