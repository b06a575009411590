using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;
using Portal.Web.Http.Hosting;

namespace Portal.Web.Cli;

/// <summary>
/// Opens the port when the database has been prepared as far as it could be; until then, nobody's request is refused by
/// a node that is about to be ready. While it waits, a question that needs no database goes through the finished
/// pipeline: the first person does not wait for the table of all routes (PERF-5).
/// </summary>
internal sealed class ServerAfterStart(IServer server, PreparedDatabase database) : IServer
{
    public IFeatureCollection Features => server.Features;

    public async Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
        where TContext : notnull
    {
        await AskAsync(application);
        await database.Begin().WaitAsync(cancellationToken);
        await server.StartAsync(application, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => server.StopAsync(cancellationToken);

    public void Dispose() => server.Dispose();

    private static async Task AskAsync<TContext>(IHttpApplication<TContext> application)
        where TContext : notnull
    {
        var asked = new FeatureCollection();
        asked.Set<IHttpRequestFeature>(new HttpRequestFeature { Method = HttpMethods.Get, Scheme = "http", Path = Health.Live });
        asked.Set<IHttpResponseFeature>(new HttpResponseFeature());
        asked.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(Stream.Null));
        var context = application.CreateContext(asked);
        await application.ProcessRequestAsync(context);
        application.DisposeContext(context, null);
    }
}
