using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Data.Starting;
using Portal.Web.Tenancy;

namespace Portal.Web.Cli;

/// <summary>
/// The application's own services without the server: commands use the same rules and the same audit as the pages
/// (CLI-2).
/// </summary>
internal sealed class CommandHost : IAsyncDisposable
{
    private readonly StartingDatabase database;
    private readonly WebApplication application;

    private CommandHost(StartingDatabase database, WebApplication application) =>
        (this.database, this.application) = (database, application);

    public IServiceProvider Services => application.Services;

    public DatabaseConnections Connections => database.Connections;

    public static async Task<CommandHost> CreateAsync()
    {
        var builder = PortalBuilder.Create([]);
        builder.Logging.ClearProviders();
        var database = await StartingDatabase.FindAsync(builder.Configuration, builder.Environment);
        builder.Services.AddPortal(builder.Configuration, database.Connections);
        var host = new CommandHost(database, builder.Build());

        // What a command issues ends by the time of the database too. Where it is not there yet, "migrate" makes it.
        await host.Services.GetRequiredService<DatabaseClockReader>().TryMeasureAsync(CancellationToken.None);
        return host;
    }

    /// <summary>Runs work in a scope of its own, with the operating-system user as the actor.</summary>
    public async Task<T> RunAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<AuditActor>().ActAs(ActorKind.CommandLine, Environment.UserName);
        return await work(scope.ServiceProvider);
    }

    /// <summary>Runs work inside a tenant ("admin" is the staff realm), in one transaction.</summary>
    /// <exception cref="CommandException">There is no such tenant.</exception>
    public Task<T> InTenantAsync<T>(string slug, Func<IServiceProvider, Task<T>> work) =>
        InTenantAsync(slug, _ => Task.FromResult(true), (services, _) => work(services));

    /// <param name="before">What is costly, such as a hash: runs before the transaction.</param>
    /// <inheritdoc cref="InTenantAsync{T}(string, Func{IServiceProvider, Task{T}})"/>
    public async Task<T> InTenantAsync<TReady, T>(string slug, Func<IServiceProvider, Task<TReady>> before,
        Func<IServiceProvider, TReady, Task<T>> work)
    {
        var tenant = await Services.GetRequiredService<TenantCatalog>().FindBySlugAsync(slug)
            ?? throw new CommandException($"There is no tenant \"{slug}\".");
        return await Services.GetRequiredService<TenantWork>().RunAsync(tenant, WorkActor.CommandLine(), before, work);
    }

    public async ValueTask DisposeAsync()
    {
        await application.DisposeAsync();
        await database.DisposeAsync();
    }
}

/// <summary>A command that cannot do what it was asked; the message is for the person at the terminal.</summary>
public sealed class CommandException : Exception
{
    public CommandException()
    {
    }

    public CommandException(string message)
        : base(message)
    {
    }

    public CommandException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
