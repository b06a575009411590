using Portal.Web;
using Portal.Web.Cli;
using Portal.Web.Data.Starting;
using Portal.Web.Http.Hosting;
using Serilog;

if (PortalCommandLine.Is(args))
{
    return await PortalCommandLine.RunAsync(args);
}

PortalLogging.BeginLogging();
try
{
    var builder = PortalBuilder.Create(args is ["serve", .. var settings] ? settings : args);
    await using var database = await StartingDatabase.FindAsync(builder.Configuration, builder.Environment);
    var warm = WarmUp.Begin(database.Connections.Provider);

    builder.AddPortalServer();
    builder.Services.AddPortal(builder.Configuration, database.Connections);

    var app = builder.Build();
    app.UsePortal();
    await warm;
    var end = app.Services.GetRequiredService<NodeEnd>();
    await app.RunAsync();
    return end.Code;
}
catch (Exception e) when (e is not HostAbortedException)
{
    Log.Fatal(e, "The portal did not start or broke down");
    throw;
}
finally
{
    await Log.CloseAndFlushAsync();
}
