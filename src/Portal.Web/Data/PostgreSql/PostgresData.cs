namespace Portal.Web.Data.PostgreSql;

/// <summary>Makes the data folder ready for a start: created whole, and free of what a crash left.</summary>
internal static class PostgresData
{
    private static readonly TimeSpan LongestStopOfAnother = TimeSpan.FromSeconds(60);

    public static async Task PrepareAsync(
        PostgresFolder folder, PostgresPrograms programs, PostgresAccount account, PrivatePostgresOptions options,
            CancellationToken cancellationToken)
    {
        if (Directory.Exists(folder.Data))
        {
            await FreeAsync(folder, cancellationToken);
        }
        else
        {
            await CreateAsync(folder, programs, account, options, cancellationToken);
        }
    }

    private static async Task CreateAsync(
        PostgresFolder folder, PostgresPrograms programs, PostgresAccount account, PrivatePostgresOptions options,
            CancellationToken cancellationToken)
    {
        // Under another name until it is whole: an interrupted first start must not look like data.
        var unfinished = folder.Data + ".new";
        if (Directory.Exists(unfinished))
        {
            Directory.Delete(unfinished, recursive: true);
        }

        string[] initDb = [programs.InitDb, "-D", unfinished, "-U", PostgresRoles.Superuser, "-A", "trust", "-E", "UTF8",
            "--locale=C.UTF-8", "--no-instructions"];
        await Command.RunAsync(account.Run(options.IsKept ? initDb : [.. initDb, "--no-sync"]), cancellationToken);
        Directory.Move(unfinished, folder.Data);
    }

    private static async Task FreeAsync(PostgresFolder folder, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(LongestStopOfAnother);
        // We hold the folder, so a server that still runs here belonged to a process that has died and is being stopped
        // by its guard.
        while (await IsServedAsync(folder, limit.Token) || IsWorkedIn(folder))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), limit.Token);
        }

        // PostgreSQL clears a stale file by itself, but not when another process has got the same number since.
        File.Delete(folder.ProcessFile);
    }

    /// <summary>
    /// The server is dead, but not yet all that worked for it: they end by themselves. A new server beside them would
    /// ruin the data, and would not notice them without the file that is deleted here (FD-04).
    /// </summary>
    private static bool IsWorkedIn(PostgresFolder folder) => Directory.EnumerateDirectories("/proc").Any(process =>
    {
        try
        {
            return char.IsAsciiDigit(Path.GetFileName(process)[0])
                && Directory.ResolveLinkTarget(Path.Combine(process, "cwd"), returnFinalTarget: false)?.FullName == folder.Data;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false; // it has ended, or is somebody else's
        }
    });

    private static async Task<bool> IsServedAsync(PostgresFolder folder, CancellationToken cancellationToken)
    {
        try
        {
            var process = (await File.ReadAllLinesAsync(folder.ProcessFile, cancellationToken))[0].Trim();
            var command = await File.ReadAllTextAsync($"/proc/{process}/cmdline", cancellationToken);
            return command.Split('\0').Contains(folder.Data);
        }
        catch (Exception e) when (e is IOException or IndexOutOfRangeException)
        {
            return false;
        }
    }
}
