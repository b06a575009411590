using System.Diagnostics;
using Npgsql;
using Portal.Web.Data.PostgreSql;

namespace Portal.Web.Tests.Data.PostgreSql;

public sealed class KilledApplicationTests : IDisposable
{
    private readonly string home = PrivatePostgresOptions.Throwaway().Folder + "-home";

    public KilledApplicationTests() => Directory.CreateDirectory(home);

    public void Dispose() => Directory.Delete(home, recursive: true);

    [Fact]
    public async Task KilledApplication_LeavesNoServerBehind_AndItsDataWhole()
    {
        using (var application = await StartAsync())
        {
            application.Kill(); // SIGKILL: nothing of ours runs any more
            await application.WaitForExitAsync();
        }

        // Waits for the server that is being stopped; would fail if it went on running.
        await using var server = await PrivatePostgres.StartAsync(PrivatePostgresOptions.Kept(Path.Combine(home, "postgresql")));
        await using var connection = new NpgsqlConnection(server.OwnerConnectionString() + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("SELECT count(*) > 0 FROM \"__EFMigrationsHistory\"", connection);
        (await command.ExecuteScalarAsync()).ShouldBe(true);
    }

    private async Task<Process> StartAsync()
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = home,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
                ["Portal__DataFolder"] = home,
            },
        };
        var process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Contains("Now listening", StringComparison.Ordinal))
            {
                return process;
            }
        }

        throw new InvalidOperationException("The application ended before it listened.");
    }
}
