using System.Security.Cryptography;
using System.Text;

namespace Portal.Web.Data.PostgreSql;

/// <summary>The folder of one private server; while we hold it, no other process of ours can use it.</summary>
internal sealed class PostgresFolder : IDisposable
{
    private const string Fallback = "/var/lib/portal";

    // A unix socket's path has at most 107 bytes, and PostgreSQL appends "/.s.PGSQL.5432".
    private const int LongestSocketFolder = 107 - 15;

    private readonly FileStream holder;

    private PostgresFolder(string path, string sockets, FileStream holder) =>
        (this.Path, Sockets, this.holder) = (path, sockets, holder);

    public string Path { get; }

    public string Sockets { get; }

    public string Data => DataBelow(Path);

    public string Log => System.IO.Path.Combine(Path, "server.log");

    /// <summary>The server's own note of which process it is; it may be left over from a crash.</summary>
    public string ProcessFile => System.IO.Path.Combine(Data, "postmaster.pid");

    public static string DataBelow(string folder) => System.IO.Path.Combine(folder, "data");

    /// <summary>
    /// Root's clone may lie where the account that runs PostgreSQL cannot go (/root): then a folder of the system's.
    /// </summary>
    public static async Task<string> ChooseAsync(string wanted, PostgresAccount account, CancellationToken cancellationToken)
    {
        var parent = System.IO.Path.GetDirectoryName(wanted)!;
        Directory.CreateDirectory(parent);
        if (await account.CanEnterAsync(parent, cancellationToken))
        {
            return wanted;
        }

        var clone = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(wanted)))[..12];
        Directory.CreateDirectory(Fallback);
        return System.IO.Path.Combine(Fallback, clone);
    }

    public static async Task<PostgresFolder> HoldAsync(string path, PostgresAccount account, CancellationToken cancellationToken)
    {
        CreatePrivate(path);
        var holder = Hold(path);
        try
        {
            await account.HandOverAsync(path, cancellationToken);
            var sockets = CanHoldSockets(path) ? path : Directory.CreateTempSubdirectory("pg").FullName;
            await account.HandOverAsync(sockets, cancellationToken);
            return new PostgresFolder(path, sockets, holder);
        }
        catch
        {
            await holder.DisposeAsync();
            throw;
        }
    }

    public void Dispose() => holder.Dispose();

    private static void CreatePrivate(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            throw new PrivatePostgresException("The private PostgreSQL runs on Linux only. Set a connection string instead.");
        }

        // The server trusts whoever reaches its socket: nobody but its account and root may come this far.
        const UnixFileMode ownerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        try
        {
            Directory.CreateDirectory(path, ownerOnly);
            File.SetUnixFileMode(path, ownerOnly);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new PrivatePostgresException($"{path} belongs to another user. Run as that user, or choose another data folder.", e);
        }
    }

    private static FileStream Hold(string path)
    {
        try
        {
            return new FileStream(System.IO.Path.Combine(path, "in-use"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e)
        {
            throw new PrivatePostgresException($"Another process is using the private PostgreSQL in {path}. "
                + "Stop that one, or choose another data folder.", e);
        }
    }

    // Both PostgreSQL and the driver read a list here, in which some characters mean something.
    private static bool CanHoldSockets(string path) =>
        path.Length <= LongestSocketFolder && path.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '.' or '_' or '-');
}
