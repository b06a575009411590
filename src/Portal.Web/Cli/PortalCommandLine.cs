using System.CommandLine;

namespace Portal.Web.Cli;

/// <summary>The application as its own tool (CLI-1). Without a verb, or with `serve`, it is the web server.</summary>
public static class PortalCommandLine
{
    public const int Done = 0;
    public const int Failed = 1;
    private const string Serve = "serve";
    private static readonly string[] OfTheTool = ["--help", "-h", "-?", "/?", "/h", "--version"];

    /// <summary>
    /// Whether the arguments ask something of the tool rather than being settings for the server, all of which begin
    /// with two hyphens. A word that is no command is a mistake, and no reason to serve; who asks for help, also after
    /// "serve", starts nothing.
    /// </summary>
    public static bool Is(string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        return args switch
        {
            [] => false,
            [Serve, ..] => args.Any(OfTheTool.Contains),
            [var first, ..] => OfTheTool.Contains(first) || !first.StartsWith("--", StringComparison.Ordinal),
        };
    }

    /// <returns>0 when done, 1 when it failed or there was nothing
    /// of that name, 2 when the arguments are wrong.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        var root =
            new RootCommand("Portal, a multi-tenant customer portal. Settings come from appsettings.json and the environment (Portal__…).");
        foreach (var command in Commands())
        {
            root.Subcommands.Add(command);
        }

        var parsed = root.Parse(args is ["help", ..] ? ["--help"] : args);
        var code = await parsed.InvokeAsync();
        return parsed.Errors.Count > 0 ? 2 : code;
    }

    private static IEnumerable<Command> Commands() =>
    [
        new(Serve, "Run the web server (the default)."),
        DatabaseCommands.Migrate(),
        DatabaseCommands.Seed(),
        RestoreCommand.Restored(),
        TenantCommands.Tenant(),
        UserCommands.User(),
        ImportCommands.Import(),
        OutboxCommands.Outbox(),
        AuditCommands.Audit(),
        HealthCommand.Healthcheck(),
    ];
}
