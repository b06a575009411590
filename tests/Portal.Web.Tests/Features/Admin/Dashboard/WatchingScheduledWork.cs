using Microsoft.Extensions.DependencyInjection;
using Portal.TestKit.Web;

namespace Portal.Web.Tests.Features.Admin.Dashboard;

public sealed class WatchingScheduledWork : StaffTest
{
    /// <summary>An application of its own: what it saw for another test it would know for ten seconds.</summary>
    protected override Action<IServiceCollection>? Added => _ => { };

    [Fact]
    public async Task ADMIN_9_ThatNoNodeEverWorked_IsSaid_AndIsNoAlarm()
    {
        var agent = await AgentAsync();
        (await agent.GetAsync("/admin")).ShouldBeOk();
        App.Time.Advance(TimeSpan.FromMinutes(3));

        Health((await agent.GetAsync("/admin")).ShouldNotShow("定期処理が止まっています")).ShouldContain("定期処理 動いていません");
    }

    [Fact]
    public async Task ADMIN_9_WorkThatIsDone_IsSaidWithItsNodes()
    {
        await AddNodeAsync("one");
        await AddNodeAsync("two");
        await AddRoundAsync("audit-seal-1", due: TimeSpan.FromMinutes(1), "WAITING");
        await AddRoundAsync("import-1", due: TimeSpan.FromMinutes(-30), "BLOCKED");

        var page = await (await AgentAsync()).GetAsync("/admin");

        Health(page).ShouldContain("定期処理 動いています（2台） 最後の処理の開始：2026/05/13 09:59");
        page.Texts(".p-callout").ShouldBeEmpty();
    }

    [Fact]
    public async Task ADMIN_9_WhereNobodyIsAtWorkAnyMore_ThePageBeginsWithIt_OnceNodesHadTimeToJoin()
    {
        await AddNodeAsync("one");
        await AddRoundAsync("audit-seal-1", due: TimeSpan.FromMinutes(1), "WAITING");
        var agent = await AgentAsync();
        (await agent.GetAsync("/admin")).ShouldBeOk().ShouldNotShow("定期処理が止まっています");

        App.Time.Advance(TimeSpan.FromSeconds(61));
        Health((await agent.GetAsync("/admin")).ShouldNotShow("定期処理が止まっています")).ShouldContain("動いていません");
        App.Time.Advance(TimeSpan.FromSeconds(60));

        (await agent.GetAsync("/admin")).Texts(".p-callout").ShouldHaveSingleItem().ShouldContain("定期処理が止まっています");
    }

    [Fact]
    public async Task ADMIN_9_TheFirstLookOfTheDay_IsAlarmedToo()
    {
        await AddNodeAsync("one");
        await AddRoundAsync("audit-seal-1", due: TimeSpan.FromMinutes(1), "WAITING");
        App.Time.Advance(TimeSpan.FromHours(8));

        (await (await AgentAsync()).GetAsync("/admin")).Texts(".p-callout").ShouldHaveSingleItem()
            .ShouldContain("ログインやロックアウトには影響しません");
    }

    [Fact]
    public async Task ADMIN_9_RoundsThatDoNotCome_AreNamed_UntilTheyDo()
    {
        await AddNodeAsync("one");
        await AddRoundAsync("lapse-1", due: TimeSpan.FromMinutes(-6), "WAITING");
        await AddRoundAsync("audit-seal-1", due: TimeSpan.FromMinutes(1), "ERROR");
        var agent = await AgentAsync();

        var page = (await agent.GetAsync("/admin")).ShouldBeOk();
        Health(page).ShouldContain("遅れています audit-seal-1、lapse-1");

        await App.Database.ExecuteAsync(
            $"UPDATE qrtz_triggers SET trigger_state = 'WAITING', next_fire_time = {Ticks(TimeSpan.FromMinutes(1))}");

        // Known for ten seconds.
        Health(await agent.GetAsync("/admin")).ShouldContain("遅れています");
        App.Time.Advance(TimeSpan.FromSeconds(10));
        Health(await agent.GetAsync("/admin")).ShouldContain("動いています（1台）");
    }

    private static string Health(PortalPage page) => page.ShouldBeOk().Texts("section[aria-labelledby=health] .p-summary").Single();

    private Task AddNodeAsync(string name) => App.Database.ExecuteAsync($"""
        INSERT INTO qrtz_scheduler_state (sched_name, instance_name, last_checkin_time, checkin_interval)
        VALUES ('portal', {name}, {Ticks(TimeSpan.Zero)}, 7500)
        """);

    private async Task AddRoundAsync(string name, TimeSpan due, string state)
    {
        await App.Database.ExecuteAsync($"""
            INSERT INTO qrtz_job_details (sched_name, job_name, job_group, job_class_name, is_durable, is_nonconcurrent,
                is_update_data, requests_recovery)
            VALUES ('portal', {name}, 'DEFAULT', 'round', false, true, false, false)
            """);
        await App.Database.ExecuteAsync($"""
            INSERT INTO qrtz_triggers (sched_name, trigger_name, trigger_group, job_name, job_group, trigger_state, trigger_type,
                start_time, next_fire_time, prev_fire_time)
            VALUES ('portal', {name}, 'DEFAULT', {name}, 'DEFAULT', {state}, 'SIMPLE', 0, {Ticks(due)}, {Ticks(TimeSpan.FromSeconds(-10))})
            """);
    }

    private long Ticks(TimeSpan after) => (App.Time.GetUtcNow() + after).UtcTicks;
}
