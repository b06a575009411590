using System.CommandLine;
using Microsoft.Extensions.Options;
using Portal.Web.Data.Starting;
using Portal.Web.Domain.Accounts.Hashing;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Profiles;

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
        if (!host.Services.GetRequiredService<IOptions<SiteOptions>>().Value.Demo)
        {
            throw new CommandException("Portal:Demo is not set; outside demonstration mode there is no demonstration data.");
        }

        await MigrateAsync(host);
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
        Check(host.Services);
        await DatabaseMigrator.MigrateAsync(host.Connections.Provider, host.Connections.Owner ?? host.Connections.App);
        await host.Services.GetRequiredService<StartSteps>().RunAsync(CancellationToken.None);
    }

    /// <summary>
    /// A setting that cannot work is told before anything is changed. What only serving needs, such as a mail server,
    /// is not asked for.
    /// </summary>
    private static void Check(IServiceProvider services)
    {
        _ = services.GetRequiredService<IOptions<SiteOptions>>().Value;
        _ = services.GetRequiredService<IOptions<ProfileOptions>>().Value;
        _ = services.GetRequiredService<IOptions<PasswordHashOptions>>().Value;
        _ = services.GetRequiredService<IOptions<HashGateOptions>>().Value;
    }
}
