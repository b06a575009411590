using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Portal.TestKit.Web;

namespace Portal.Web.Tests.Features.Cases.Live;

/// <summary>A node that is told to stop and serves requests for a while still (REL-3).</summary>
public sealed class EndingWithTheNode : LiveTest
{
    private readonly SlowStop stop = new();

    protected override Action<IServiceCollection> Services => services => services.AddSingleton<IHostedService>(stop);

    [Fact]
    public async Task REL_3_CASE_8_TheLinesEndAtOnce_AndNoNewOneIsTaken_WhilePagesAreServed()
    {
        var row = await OpenAsync();
        var browser = await SignedInAsync(AuthorId);
        await using var open = await ListenAsync(browser, row);
        try
        {
            App.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();

            (await open.NextAsync()).ShouldBeNull();
            await using var late = await ListenAsync(browser, row);
            late.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
            (await browser.GetAsync(PathOf(row.Number))).ShouldBeOk();
        }
        finally
        {
            stop.GoOn();
        }
    }

    private sealed class SlowStop : IHostedLifecycleService
    {
        private readonly TaskCompletionSource served = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void GoOn() => served.TrySetResult();

        public Task StoppingAsync(CancellationToken cancellationToken) => served.Task;

        public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
