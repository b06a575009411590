using System.Net;
using Portal.TestKit.Web;
using Portal.Web.Domain.Accounts.Sessions;

namespace Portal.Web.Tests.Features.Cases.Live;

/// <summary>What open pages cost a node, and when they end.</summary>
public sealed class HoldingTheLine : LiveTest
{
    private const int OfAUser = 6;

    // One transaction at once, so that a page which held one would be in everybody's way.
    protected override IReadOnlyDictionary<string, string?> Settings { get; } = new Dictionary<string, string?>
    {
        ["Portal:Live:Heartbeat"] = "00:00:00.4",
        ["Portal:Live:Connections"] = "16",
        ["Portal:Database:TenantShare"] = "1",
        ["Portal:Database:TenantPatience"] = "00:00:10",
    };

    [Fact]
    public async Task RX_02_CASE_8_AUserHasAFewLines_AndItsPagesGoOn()
    {
        var row = await OpenAsync();
        var browser = await SignedInAsync(AuthorId);
        var open = new List<ServerEvents>();
        for (var i = 0; i < OfAUser; i++)
        {
            open.Add(await ListenAsync(browser, row));
        }

        open.ShouldAllBe(stream => stream.Status == HttpStatusCode.OK);
        await using (var refused = await ListenAsync(browser, row))
        {
            refused.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        }

        (await browser.GetAsync(PathOf(row.Number))).ShouldBeOk();
        await using (var colleague = await ListenAsync(await SignedInAsync(ColleagueId), row))
        {
            colleague.Status.ShouldBe(HttpStatusCode.OK);
        }

        await open[0].DisposeAsync();
        HttpStatusCode status;
        do
        {
            await using var next = await ListenAsync(browser, row);
            status = next.Status;
        }
        while (status == HttpStatusCode.TooManyRequests);

        status.ShouldBe(HttpStatusCode.OK);
        foreach (var stream in open)
        {
            await stream.DisposeAsync();
        }
    }

    [Fact]
    public async Task RX_06_CASE_8_NoTenantHasAllLinesOfANode()
    {
        var row = await OpenAsync();
        var open = new List<ServerEvents>();
        foreach (var id in new[] { AuthorId, ColleagueId })
        {
            var browser = await SignedInAsync(id);
            for (var i = 0; i < 4; i++)
            {
                open.Add(await ListenAsync(browser, row));
            }
        }

        open.ShouldAllBe(stream => stream.Status == HttpStatusCode.OK);
        await using var refused = await ListenAsync(await SignedInAsync(ManagerId), row);
        refused.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        await using var desk = await ListenAtTheDeskAsync(await AgentAsync(), row);
        desk.Status.ShouldBe(HttpStatusCode.OK);
        foreach (var stream in open)
        {
            await stream.DisposeAsync();
        }
    }

    [Fact]
    public async Task RX_05_CASE_8_OpenLines_HoldNoConnection_AndShareOneThatListens()
    {
        var row = await OpenAsync();
        await using var author = await ListenAsync(await SignedInAsync(AuthorId), row);
        await using var colleague = await ListenAsync(await SignedInAsync(ColleagueId), row);
        (await author.IsAliveAsync() && await colleague.IsAliveAsync()).ShouldBeTrue();

        // A page takes the one transaction there may be, and what it writes is heard.
        await CommentAsync(row);

        (await author.NextAsync()).ShouldBe(Entries(2));
        (await colleague.NextAsync()).ShouldBe(Entries(2));
        (await App.Database.ListAsync<int>($"""
            SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'portal-listener'
            """)).ShouldHaveSingleItem();
        (await App.Database.ListAsync<int>($"""
            SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'portal'
              AND state = 'idle in transaction' AND now() - state_change > interval '1 second'
            """)).ShouldBeEmpty();
    }

    [Fact]
    public async Task SE_03_CASE_8_ALineThatSaysNothing_EndsWithItsSession_Too()
    {
        var row = await OpenAsync();
        await using var open = await ListenAsync(await SignedInAsync(AuthorId), row);
        (await open.IsAliveAsync()).ShouldBeTrue();

        await App.World.Sessions.EndAllAsync(SessionEnds.EndedByUser, App.Time.GetUtcNow());

        while (await open.IsAliveAsync())
        {
            // What was on its way.
        }

        (await open.NextAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task CASE_6_CASE_8_ALineThatSaysNothing_EndsWithTheSightOfTheCase_Too()
    {
        var row = await OpenAsync();
        await using var open = await ListenAsync(await SignedInAsync(ColleagueId), row);

        await MarkAsync(row, confidential: true);

        (await open.NextAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task FD_01_CASE_8_WhereListeningBroke_ItBeginsAgain_AndEveryLineLooks()
    {
        var row = await OpenAsync();
        await using var open = await ListenAsync(await SignedInAsync(AuthorId), row);
        await CommentAsync(row);
        (await open.NextAsync()).ShouldBe(Entries(2));

        (await App.Database.ListAsync<bool>($"""
            SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
            WHERE datname = current_database() AND application_name = 'portal-listener'
            """)).ShouldBe([true]);
        await CommentAsync(row);

        (await open.NextAsync()).ShouldBe(Entries(3));
    }
}
