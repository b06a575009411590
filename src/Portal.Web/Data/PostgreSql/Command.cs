using System.Diagnostics;

namespace Portal.Web.Data.PostgreSql;

/// <summary>Programs run without a shell, so that no path is ever parsed as a command.</summary>
internal static class Command
{
    public static async Task<(int ExitCode, string Output)> TryAsync(IEnumerable<string> command, CancellationToken cancellationToken)
    {
        using var process = Process.Start(Describe(command))!;
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var error = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return (process.ExitCode, (await output + await error).Trim());
    }

    public static async Task<string> RunAsync(IEnumerable<string> command, CancellationToken cancellationToken)
    {
        var words = command.ToList();
        var (exitCode, output) = await TryAsync(words, cancellationToken);
        return exitCode == 0
            ? output
            : throw new PrivatePostgresException($"{string.Join(' ', words)}: exit code {exitCode}\n{output}");
    }

    public static ProcessStartInfo Describe(IEnumerable<string> command)
    {
        var words = command.ToList();
        var start = new ProcessStartInfo(words[0], words.Skip(1))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // The account that runs PostgreSQL may not be allowed into our own working directory.
            WorkingDirectory = "/",
        };
        foreach (var name in start.Environment.Keys.Where(IsPostgresSetting).ToList())
        {
            start.Environment.Remove(name);
        }

        return start;
    }

    // PGPORT, PGDATA and the like of whoever started us are about another server.
    private static bool IsPostgresSetting(string name) => name.StartsWith("PG", StringComparison.Ordinal);
}
