using System.Globalization;

namespace Portal.Web.Data.PostgreSql;

/// <summary>Finds PostgreSQL on this machine: PORTAL_PG_BIN, Debian's folders (the newest), the PATH.</summary>
internal sealed record PostgresPrograms(string Folder)
{
    private const string DebianFolder = "/usr/lib/postgresql";

    public string Postgres => Path.Combine(Folder, "postgres");

    public string InitDb => Path.Combine(Folder, "initdb");

    /// <summary>The data of one major version can be opened by that version only.</summary>
    public static async Task<PostgresPrograms> FindAsync(string dataFolder, CancellationToken cancellationToken)
    {
        var found = Candidates().Select(folder => new PostgresPrograms(folder)).Where(p => File.Exists(p.InitDb)).ToList();
        if (found.Count == 0)
        {
            throw new PrivatePostgresException("PostgreSQL is not on this machine. Install it (apt-get install postgresql), "
                + "name its folder of programs in PORTAL_PG_BIN, or set a connection string.");
        }

        var versionFile = Path.Combine(dataFolder, "PG_VERSION");
        return File.Exists(versionFile)
            ? await MatchAsync(found, (await File.ReadAllTextAsync(versionFile, cancellationToken)).Trim(), dataFolder, cancellationToken)
            : found[0];
    }

    private static async Task<PostgresPrograms> MatchAsync(
        List<PostgresPrograms> found, string version, string dataFolder, CancellationToken cancellationToken)
    {
        foreach (var programs in found)
        {
            // "postgres (PostgreSQL) 15.14 (Debian 15.14-0+deb12u1)"
            var words = (await Command.RunAsync([programs.Postgres, "--version"], cancellationToken)).Split(' ');
            if (words.Length > 2 && words[2].Split('.')[0] == version)
            {
                return programs;
            }
        }

        throw new PrivatePostgresException($"The data in {dataFolder} was made by PostgreSQL {version}, which is not on this machine. "
            + "Install that version, or move the folder away to start with new data.");
    }

    private static IEnumerable<string> Candidates()
    {
        if (Environment.GetEnvironmentVariable("PORTAL_PG_BIN") is { Length: > 0 } named)
        {
            return [named];
        }

        var debian = Directory.Exists(DebianFolder) ? Directory.GetDirectories(DebianFolder) : [];
        return debian.OrderByDescending(MajorVersion).Select(folder => Path.Combine(folder, "bin"))
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries));
    }

    private static int MajorVersion(string folder) =>
        int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;
}
