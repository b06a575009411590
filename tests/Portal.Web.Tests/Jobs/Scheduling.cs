using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Portal.TestKit;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Jobs;
using Portal.Web.Jobs.Sealing;
using Quartz;

namespace Portal.Web.Tests.Jobs;

/// <summary>The cluster that wakes the rounds, with two nodes on one database.</summary>
public sealed class Scheduling : IAsyncLifetime
{
    private const string Tenant = "control";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private PortalApp app = null!;

    private static Dictionary<string, string?> Settings => new()
    {
        ["Portal:Workers"] = "true",
        ["Portal:WorkersAfter"] = "00:00:00",
        ["Portal:ShutdownNoticeSeconds"] = "0",
    };

    public async ValueTask InitializeAsync() => app = await PortalApp.CreateAsync(Settings, time: FakeTime.Running());

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task SCALE_2_TwoNodesShareOneTimetable()
    {
        app.StartServer();
        await using var second = app.SecondNode();
        second.StartServer();
        await UntilAsync(async () => await NodesAsync() == 2);

        var rounds = app.Services.GetServices<IRound>().ToList();
        (await app.Database.ListAsync<string>($"SELECT trigger_name FROM qrtz_triggers")).Order(StringComparer.Ordinal).ShouldBe(
            rounds.SelectMany(round => Enumerable.Range(1, round.AtOnce).Select(number => $"{round.Name}-{number}"))
                .Order(StringComparer.Ordinal));
        (await app.Database.ListAsync<string>($"SELECT DISTINCT sched_name FROM qrtz_triggers")).ShouldBe(["portal"]);
    }

    [Fact]
    public async Task SCALE_2_HIST_5_WokenOnBothNodesAtOnce_EachEventIsRemovedAndRecordedOnce()
    {
        app.StartServer();
        await using var second = app.SecondNode();
        second.StartServer();
        await UntilAsync(async () => await NodesAsync() == 2);
        var user = await new Account(Tenant, "N0009001").AddToAsync(app);
        await app.World.Audit.AddPastAsync(user, 7000, app.Time.GetUtcNow().AddDays(-500));
        while (await app.World.AuditLeaves.CountAsync() < 7000)
        {
            await app.Services.GetRequiredService<AuditSealRound>().RunOnceAsync(TestContext.Current.CancellationToken);
        }

        await Task.WhenAll(WakeAsync(app, "retention-1"), WakeAsync(second, "retention-1"));
        await UntilAsync(async () =>
            await app.World.Audit.CountAsync("signed-out") == 0);
        await UntilAsync(async () =>
            await app.Database.ReadAsync<long>($"""SELECT count(*) FROM qrtz_fired_triggers WHERE job_name = 'retention-1'""") == 0);

        (await app.World.Audit.ListAsync(AuditKinds.HistoryTrimmed, happened => happened.Details))
            .Select(details => JsonDocument.Parse(details!).RootElement.GetProperty("rows").ToString())
            .Order(StringComparer.Ordinal).ShouldBe(["2000", "5000"]);
    }

    [Fact]
    public async Task SCALE_2_HIST_3_AFileThatWaitsIsMadeWithoutAnybodyAsking()
    {
        var user = await new Account(Tenant, "N0009001") { Email = "child@control.example.jp" }.AddToAsync(app);
        await app.InTenantAsync(Tenant, services =>
        {
            var job = new ExportJob
            {
                Id = Guid.CreateVersion7(),
                UserId = user,
                Kind = "no such file",
                Format = "xlsx",
                Filter = "{}",
                FileName = "x",
                RequestedAt = app.Time.GetUtcNow(),
                ExpiresAt = app.Time.GetUtcNow().AddDays(1)
            };
            services.GetRequiredService<PortalDbContext>().Add(job);
            return Task.CompletedTask;
        });

        await UntilAsync(async () =>
            await app.World.Exports.ReadAsync(job => job.State) == ExportState.Failed);
    }

    [Fact]
    public async Task FP_06_ANodeWhoseMachineIsTwoHoursAhead_BeginsAndReportsByTheDatabasesTime()
    {
        var machine = FakeTime.Running();
        machine.Advance(TimeSpan.FromHours(2));
        await using var ahead = await PortalApp.CreateAsync(Settings, time: FakeTime.Running(), services: services =>
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new DatabaseClock(machine))));
        ahead.StartServer();
        await UntilAsync(async () => await ahead.Database.ReadAsync<long>($"SELECT count(*) FROM qrtz_scheduler_state") == 1);

        var moments = (await ahead.Database.ListAsync<long>($"SELECT start_time FROM qrtz_triggers"))
            .Concat(await ahead.Database.ListAsync<long>($"SELECT last_checkin_time FROM qrtz_scheduler_state"))
            .Select(ticks => new DateTimeOffset(ticks, TimeSpan.Zero)).ToList();
        moments.Count.ShouldBeGreaterThan(10);
        moments.ShouldAllBe(moment => (moment - ahead.Time.GetUtcNow()).Duration() < TimeSpan.FromMinutes(5));
    }

    [Fact]
    public async Task REL_3_WithoutADatabaseTheNodeStopsAllTheSame()
    {
        var second = app.SecondNode();
        second.StartServer();
        await UntilAsync(async () => await NodesAsync() == 1);
        await app.Database.ExecuteAsync(FormattableStringFactory.Create($"ALTER DATABASE {app.Database.Name} CONNECTION LIMIT 0"));
        await app.Database.ExecuteAsync($"""
            SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND usename = 'portal_app'
            """);

        await second.DisposeAsync().AsTask().WaitAsync(Limit);
    }

    [Fact]
    public async Task ANodeWithoutWorkersTakesNoPart()
    {
        await using var quiet = await PortalApp.CreateAsync(new Dictionary<string, string?> { ["Portal:WorkersAfter"] = "00:00:00" });
        quiet.StartServer();
        quiet.Services.GetServices<IHostedService>().OfType<RoundScheduler>()
            .Single().ExecuteTask!.IsCompletedSuccessfully.ShouldBeTrue();
        (await quiet.Database.ReadAsync<long>($"SELECT count(*) FROM qrtz_scheduler_state")).ShouldBe(0);
    }

    [Theory]
    [InlineData("-00:00:01")]
    [InlineData("01:00:01")]
    public async Task AWaitOutOfBoundsStopsTheStart_AndIsNamed(string wait)
    {
        await using var wrong = await PortalApp.CreateAsync(new Dictionary<string, string?> { ["Portal:WorkersAfter"] = wait });
        Should.Throw<OptionsValidationException>(() => wrong.Services).Message.ShouldContain("Portal:WorkersAfter");
    }

    private static async Task WakeAsync(PortalApp node, string job) =>
        await (await node.Services.GetRequiredService<ISchedulerFactory>().GetScheduler()).TriggerJob(new JobKey(job));

    private async Task<int> NodesAsync() => (int)await app.Database.ReadAsync<long>($"SELECT count(*) FROM qrtz_scheduler_state");

    /// <summary>The scheduler's own threads do the work: one can only look whether they have.</summary>
    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var limit = new CancellationTokenSource(Limit);
        while (!await isSo())
        {
            await Task.Delay(50, limit.Token);
        }
    }
}
