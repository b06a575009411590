using System.Diagnostics;
using Portal.TestKit.Web;

namespace Portal.Web.Tests.Cli;

/// <summary>A command as a person runs it: a process of its own on the database of an application.</summary>
internal sealed record CommandRun(int Code, string Output, string Error)
{
    public static Task<CommandRun> OfAsync(PortalApp app, params string[] arguments) =>
        OfAsync(app, new Dictionary<string, string?>(), arguments);

    /// <summary>It failed, and said why in one line.</summary>
    public CommandRun ShouldFailWith(int code, string said)
    {
        Code.ShouldBe(code, Error);
        Error.Trim().Split('\n').ShouldHaveSingleItem().ShouldContain(said);
        return this;
    }

    /// <param name="settings">Beside those of every test.</param>
    public static async Task<CommandRun> OfAsync(PortalApp app, IReadOnlyDictionary<string, string?> settings, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Portal.Web.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
            Environment = {
                ["ASPNETCORE_ENVIRONMENT"] = "Testing",
                ["ConnectionStrings__Portal"] = app.Database.AppConnectionString,
                ["ConnectionStrings__PortalOwner"] = app.Database.OwnerConnectionString,
                ["Portal__BaseUrl"] = "https://localhost",
                ["Portal__Passwords__Iterations"] = "1000",
            },
        };
        foreach (var (name, value) in settings)
        {
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new CommandRun(process.ExitCode, await output, await error);
    }
}
