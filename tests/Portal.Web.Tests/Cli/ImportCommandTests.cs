using System.Diagnostics;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.TestKit;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;

namespace Portal.Web.Tests.Cli;

/// <summary>Moving in from the terminal.</summary>
public sealed class ImportCommandTests : IAsyncLifetime
{
    private const string Head = "Contract number,Login ID,Password hash\n";
    private readonly string file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.csv");
    private PortalApp app = null!;

    public async ValueTask InitializeAsync()
    {
        app = await PortalApp.CreateAsync(time: FakeTime.Running());
        await app.CreateBrowser().GetAsync("/healthz/live");
        await new Account("control", "N0009001").AddToAsync(app);
    }

    public ValueTask DisposeAsync()
    {
        File.Delete(file);
        return app.DisposeAsync();
    }

    [Fact]
    public async Task ADMIN_12_CLI_1_AFileIsChecked_AndImported_ByTheOperatingSystemsUser()
    {
        await File.WriteAllTextAsync(file, Head + "C-900001,N0009701,{SSHA}DT4VliVVPOgeZe2vgdscLYn/HO5zYWx0\n");
        var check = await RunAsync("import", "users", file, "--tenant", "control", "--check");
        (check.Code, check.Output.Contains("1 rows are fit.", StringComparison.Ordinal)).ShouldBe((0, true), check.Error);
        (await MovedAsync()).ShouldBe(0);

        var run = await RunAsync("import", "users", file, "--tenant", "control");
        run.Code.ShouldBe(0, run.Error);
        (await app.CreateBrowser().SignInAsync("control", "N0009701")).ShouldBeOk();
        (await app.World.Audit.ReadAsync("moved-in", happened => happened.ActorKind + " " + happened.ActorName))
            .ShouldBe("CommandLine " + Environment.UserName);
        (await RunAsync("import", "users", file, "--tenant", "control")).Code.ShouldBe(1, "the ID is taken by now");
    }

    [Fact]
    public async Task ADMIN_12_CLI_1_FaultsAreListedAndExitWithOne()
    {
        await File.WriteAllTextAsync(file, Head + "C-900001,N0009701,\nC-404,N0009702,\n");
        var run = await RunAsync("import", "users", file, "--tenant", "control", "--json");
        run.Code.ShouldBe(1);
        var fault = JsonDocument.Parse(run.Output).RootElement.EnumerateArray().ShouldHaveSingleItem();
        (fault.GetProperty("row").GetInt32(), fault.GetProperty("column").GetString(), fault.GetProperty("problem").GetString())
            .ShouldBe((3, "Contract", "NoContract"));
        (await MovedAsync()).ShouldBe(0);
        (await RunAsync("import", "users", file)).Code.ShouldBe(2);
    }

    private Task<int> MovedAsync() => app.QueryAsync("control", db => db.Users.CountAsync(user => user.UserName!.StartsWith("N00097")));

    private async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Portal.Web.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Testing",
                ["ConnectionStrings__Portal"] = app.Database.AppConnectionString,
                ["ConnectionStrings__PortalOwner"] = app.Database.OwnerConnectionString,
                ["Portal__BaseUrl"] = "https://localhost",
                ["Portal__Passwords__Iterations"] = "1000",
            },
        };
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}
