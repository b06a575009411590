using System.CommandLine;
using Portal.Web.Data.Starting;

namespace Portal.Web.Cli;

internal static class DatabaseCommands
{
    public static Command Migrate()
    {
        var script = new Option<bool>("--script")
        {
            Description = "Print the schema as one script that can be applied again and again, and change nothing."
        };
        var provider = new Option<DatabaseProvider>("--provider")
        {
            Description = "Whose SQL the script is in.",
            DefaultValueFactory = _ => DatabaseProvider.PostgreSql
        };
        var command = new Command("migrate", "Bring the database to this release, connected as its owner "
            + "(ConnectionStrings:PortalOwner), and read the profile files.") { script, provider };
        command.SetAction(async (parsed, token) =>
        {
            if (!parsed.GetValue(script))
            {
                return await RunAsync(parsed);
            }

            await parsed.InvocationConfiguration.Output.WriteLineAsync(DatabaseMigrator.Script(parsed.GetValue(provider)));
            return PortalCommandLine.Done;
        });
        return command;
    }

    public static Command Seed() =>
        new Command("seed", "Put in the demonstration data; twice changes nothing. Needs Portal:Demo.").Does(async (host, _, output) =>
    {
        await MigrateAsync(host);
        if (!host.Services.GetRequiredService<Microsoft.Extensions.Options.IOptions<Tenancy.SiteOptions>>().Value.Demo)
        {
            throw new CommandException("Portal:Demo is not set; outside demonstration mode there is no demonstration data.");
        }

        await output.WriteLineAsync("The demonstration data is in place.");
    });

    private static Task<int> RunAsync(ParseResult parsed)
    {
        var inner = new Command("migrate").Does(async (host, _, output) =>
        {
            await MigrateAsync(host);
            await output.WriteLineAsync("The database is up to date.");
        });
        return inner.Parse([]).InvokeAsync(parsed.InvocationConfiguration);
    }

    private static async Task MigrateAsync(CommandHost host)
    {
        await DatabaseMigrator.MigrateAsync(host.Connections.Provider, host.Connections.Owner ?? host.Connections.App);
        await host.Services.GetRequiredService<StartSteps>().RunAsync(CancellationToken.None);
    }
}
