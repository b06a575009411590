using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Portal.Web.Http.Hosting;

/// <summary>
/// At a stop readiness goes first; requests are served until the load
/// balancer has noticed, then the last ones finish (FP-01, REL-3).
/// </summary>
internal sealed class ShutdownNotice(IOptions<NodeOptions> options, IHostEnvironment environment) : IHostedLifecycleService, IHealthCheck
{
    private volatile bool stopping;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(stopping ? HealthCheckResult.Unhealthy("the node is about to stop") : HealthCheckResult.Healthy());

    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        stopping = true;
        return environment.IsProduction()
            ? Task.Delay(TimeSpan.FromSeconds(options.Value.ShutdownNoticeSeconds), cancellationToken)
            : Task.CompletedTask;
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
