using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Portal.Rules.Cases;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Cases;
using Portal.Web.Domain.Cases.Live;

namespace Portal.Web.Tests.Features.Cases.Live;

/// <summary>What an open page is told, on every node, and what it is not told (CASE-8).</summary>
public sealed class HearingOfACase : LiveTest
{
    [Fact]
    public async Task CASE_8_AComment_IsToldToBothSides_AndFetched()
    {
        var row = await OpenAsync();
        var (customer, agent) = (await SignedInAsync(ColleagueId), await AgentAsync());
        await using var open = await ListenAsync(customer, row);
        await using var desk = await ListenAtTheDeskAsync(agent, row);
        open.Kind.ShouldBe("text/event-stream");

        await CommentAsync(row);

        (await open.NextAsync()).ShouldBe(Entries(2));
        (await desk.NextAsync()).ShouldBe(Entries(2));
        var news = (await customer.GetAsync($"{PathOf(row.Number, "entries")}?after=1")).ShouldBeOk();
        news.Texts(".p-timeline > li .p-rich").ShouldBe(["補足です"]);
        news.Has("html[lang] header").ShouldBeFalse();
        (await agent.GetAsync($"{DeskPathOf(row.Number, "entries")}?after=1")).ShouldBeOk().Texts(".p-timeline > li .p-rich")
            .ShouldBe(["補足です"]);
    }

    [Fact]
    public async Task CASE_8_ThePage_SaysWhatItShows_AndItsStatus()
    {
        var row = await OpenAsync();
        await NoteAsync(row);
        await CommentAsync(row);

        var page = (await (await SignedInAsync(AuthorId)).GetAsync(PathOf(row.Number))).ShouldBeOk();
        var desk = (await (await AgentAsync()).GetAsync(DeskPathOf(row.Number))).ShouldBeOk();

        page.Find("[data-live]").GetAttribute("data-live").ShouldBe(PathOf(row.Number));
        page.Find("[data-live]").GetAttribute("data-live-shown").ShouldBe("2");
        page.Find("[data-live-status]").GetAttribute("data-live-status").ShouldBe("New");
        desk.Find("[data-live]").GetAttribute("data-live").ShouldBe(DeskPathOf(row.Number));
        desk.Find("[data-live]").GetAttribute("data-live-shown").ShouldBe("3");
        page.Find("[data-live]").GetAttribute("data-live-customer").ShouldBe("同じご契約の{0}さん");
        page.Find("[data-live]").GetAttribute("data-live-agent").ShouldBe("サポート担当 {0}");
        desk.Find("[data-live]").GetAttribute("data-live-customer").ShouldBe("お客さま {0}");
        desk.Find("[data-live]").GetAttribute("data-live-agent").ShouldBe("同僚の{0}さん");
    }

    [Fact]
    public async Task CASE_8_AnotherNode_IsTold_Too()
    {
        var row = await OpenAsync();
        await using var other = App.SecondNode();
        await using var open = await ListenAsync((await SignedInAsync(ColleagueId)).At(other), row);

        await CommentAsync(row);

        (await open.NextAsync()).ShouldBe(Entries(2));
    }

    [Fact]
    public async Task CASE_8_WhatCameSinceThePageWasMade_AndWhileTheLineWasBroken_IsToldAtOnce()
    {
        var row = await OpenAsync();
        await CommentAsync(row);
        var browser = await SignedInAsync(ColleagueId);

        await using var late = await ListenAsync(browser, row);
        await using var again = await browser.ListenAsync($"{PathOf(row.Number, "live")}?after=0", lastEventId: "1");
        await using var upToDate = await ListenAsync(browser, row, after: 2);

        (await late.NextAsync()).ShouldBe(Entries(2));
        (await again.NextAsync()).ShouldBe(Entries(2));
        await CommentAsync(row);
        (await upToDate.NextAsync()).ShouldBe(Entries(3));
    }

    [Fact]
    public async Task CASE_8_WhatIsRolledBack_IsToldToNobody()
    {
        var (undone, kept) = (await OpenAsync(), await OpenAsync());
        await using var listener = new NpgsqlConnection(App.Database.AppConnectionString);
        await listener.OpenAsync();
        var heard = new List<CaseNews>();
        listener.Notification += (_, signal) => heard.Add(JsonSerializer.Deserialize<CaseNews>(signal.Payload.Replace("\"Entry\"", "0",
            StringComparison.Ordinal))!);
        await using (var listen = new NpgsqlCommand("LISTEN portal_cases", listener))
        {
            await listen.ExecuteNonQueryAsync();
        }

        await Should.ThrowAsync<InvalidOperationException>(() => App.InTenantAsync(Tenant, async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            await services.GetRequiredService<CaseTalk>().CommentAsync(undone.Id, CaseActor.System, "消える文");
            await db.SaveChangesAsync();
            await services.GetServices<ITransactionHook>().OfType<CaseNewsHook>().Single().BeforeCommitAsync(db, default);
            throw new InvalidOperationException("Nothing of it stays.");
        }));
        await CommentAsync(kept);

        while (heard.Count == 0)
        {
            await listener.WaitAsync(new CancellationTokenSource(TimeSpan.FromSeconds(60)).Token);
        }

        heard.ShouldBe([new CaseNews(kept.TenantId, kept.Id, CaseNewsKind.Entry)]);
        (await App.World.CaseEntries.CountAsync(entry => entry.CaseId == undone.Id)).ShouldBe(1);
    }

    [Fact]
    public async Task CASE_4_CASE_8_OfANote_TheDeskIsTold_AndTheCustomerNothing_NotEvenByANumber()
    {
        var row = await OpenAsync();
        await using var open = await ListenAsync(await SignedInAsync(AuthorId), row);
        await using var desk = await ListenAtTheDeskAsync(await AgentAsync(), row);

        await NoteAsync(row);
        (await desk.NextAsync()).ShouldBe(Entries(2));
        await CommentAsync(row);

        (await desk.NextAsync()).ShouldBe(Entries(3));
        (await open.NextAsync()).ShouldBe(Entries(2));
        var news = (await (await SignedInAsync(AuthorId)).GetAsync($"{PathOf(row.Number, "entries")}?after=1")).ShouldBeOk();
        news.Texts(".p-timeline > li .p-rich").ShouldBe(["補足です"]);
    }

    [Fact]
    public async Task CASE_8_CASE_9_OfAPriority_TheDeskIsTold_AndTheCustomerNothing()
    {
        var row = await OpenAsync();
        await using var open = await ListenAsync(await SignedInAsync(AuthorId), row);
        await using var desk = await ListenAtTheDeskAsync(await AgentAsync(), row);

        await App.InTenantAsync(Tenant, services => services.GetRequiredService<CasePriorities>()
            .ChangeAsync(row.Id, new CaseActor(CaseSide.Agent, Guid.NewGuid(), "支援"), CasePriority.High));
        (await desk.NextAsync()).ShouldBe(Entries(2));
        await CommentAsync(row);

        (await desk.NextAsync()).ShouldBe(Entries(3));
        (await open.NextAsync()).ShouldBe(Entries(2));
    }

    [Fact]
    public async Task CASE_6_EN_12_WhatIsHidden_IsNotThere_ForWhoeverAsks()
    {
        var row = await OpenAsync();
        var (stranger, agent) = (await SignedInAsync(StrangerId), await AgentAsync(tenant: "rental"));

        foreach (var page in new[] { "live", "entries" })
        {
            (await stranger.GetAsync(PathOf(row.Number, page))).Status.ShouldBe(HttpStatusCode.NotFound, page);
            (await stranger.GetAsync(PathOf(77, page))).Status.ShouldBe(HttpStatusCode.NotFound, page);
            (await agent.GetAsync(DeskPathOf(row.Number, page))).Status.ShouldBe(HttpStatusCode.NotFound, page);
            (await App.CreateBrowser().GetAsync(PathOf(row.Number, page))).Status.ShouldBe(HttpStatusCode.Unauthorized, page);
        }

        (await CraftAsync(stranger, List, PathOf(row.Number, "typing"))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task CASE_6_CASE_8_WhoSeesItNoMore_IsToldNothing_AndTheLineEnds()
    {
        var row = await OpenAsync();
        await using var colleague = await ListenAsync(await SignedInAsync(ColleagueId), row);
        await using var author = await ListenAsync(await SignedInAsync(AuthorId), row);
        await MarkAsync(row, confidential: true);

        await CommentAsync(row);

        (await colleague.NextAsync()).ShouldBeNull();
        (await author.NextAsync()).ShouldBe(Entries(2));
    }

    [Fact]
    public async Task AZ_01_CASE_8_WhoLooksAfterTheTenantNoMore_IsToldNothing()
    {
        var row = await OpenAsync();
        await using var desk = await ListenAtTheDeskAsync(await AgentAsync(), row);
        await App.World.StaffAssignments.ClearAsync();

        await CommentAsync(row);

        (await desk.NextAsync()).ShouldBeNull();
        (await App.World.Audit.CountAsync("foreign-id-requested")).ShouldBe(0);
    }

    [Fact]
    public async Task EN_14_CASE_8_WhereTheTenantHasCasesNoMore_TheLinesEnd()
    {
        var row = await OpenAsync();
        await using var open = await ListenAsync(await SignedInAsync(AuthorId), row);
        await using var desk = await ListenAtTheDeskAsync(await AgentAsync(), row);
        await App.ChangeProfileAsync(Tenant, profile => profile with { Features = [.. profile.Features.Except(["cases"])] });

        await CommentAsync(row);

        (await open.NextAsync()).ShouldBeNull();
        (await desk.NextAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task SE_03_CASE_8_WithTheSession_TheLineEnds()
    {
        var row = await OpenAsync();
        await using var open = await ListenAsync(await SignedInAsync(AuthorId), row);
        await App.World.Sessions.EndAllAsync(SessionEnds.EndedByUser, App.Time.GetUtcNow());

        await CommentAsync(row, Colleague);

        (await open.NextAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task SE_04_CASE_8_AnOpenPage_IsNoUseOfTheSession()
    {
        var row = await OpenAsync();
        var browser = await SignedInAsync(AuthorId);
        (await browser.GetAsync(PathOf(row.Number))).ShouldBeOk();
        var seen = await App.World.Sessions.ReadAsync(session => session.UserId == Author, session => session.LastSeenAt);
        App.Time.Advance(TimeSpan.FromMinutes(10));

        await using var open = await ListenAsync(browser, row);
        await CommentAsync(row);
        (await open.NextAsync()).ShouldBe(Entries(2));
        (await browser.GetAsync($"{PathOf(row.Number, "entries")}?after=1")).ShouldBeOk();

        (await App.World.Sessions.ReadAsync(session => session.UserId == Author, session => session.LastSeenAt)).ShouldBe(seen);
    }

    [Fact]
    public async Task SE_04_CASE_8_AfterTheSession_TheScriptIsRefused_AndThePageSaysWhy()
    {
        var row = await OpenAsync();
        var browser = await SignedInAsync(AuthorId);
        App.Time.Advance(TimeSpan.FromMinutes(61));

        (await browser.GetAsync(PathOf(row.Number, "live"))).Status.ShouldBe(HttpStatusCode.Unauthorized);

        (await browser.GetAsync(PathOf(row.Number))).Location.ShouldNotBeNull().ShouldContain("ended=idle");
    }

    [Fact]
    public async Task CASE_8_WhoTypes_IsNamedToTheOthers_AndNothingIsKept()
    {
        var row = await OpenAsync();
        var (author, agent) = (await SignedInAsync(AuthorId), await AgentAsync());
        await using var own = await ListenAsync(author, row);
        await using var open = await ListenAsync(await SignedInAsync(ColleagueId), row);
        await using var desk = await ListenAtTheDeskAsync(await AgentAsync("second@portal.test"), row);
        var (audit, version) = (await App.World.Audit.CountAsync(), await VersionAsync(row.Number));

        (await TypeAsync(author, PathOf(row.Number))).Status.ShouldBe(HttpStatusCode.NoContent);
        (await open.NextAsync()).ShouldBe(new ServerEvent("typing", Typing("佐藤 花子", CaseSide.Customer), null));
        (await desk.NextAsync()).ShouldBe(new ServerEvent("typing", Typing("佐藤 花子", CaseSide.Customer), null));

        (await TypeAsync(agent, DeskPathOf(row.Number))).Status.ShouldBe(HttpStatusCode.NoContent);
        (await open.NextAsync()).ShouldNotBeNull().Data.ShouldContain("Agent");
        (await own.NextAsync()).ShouldNotBeNull().Data.ShouldContain("Agent");

        (await App.World.CaseEntries.CountAsync()).ShouldBe(1);
        (await App.World.Audit.CountAsync(), await VersionAsync(row.Number)).ShouldBe((audit, version));
    }

    [Fact]
    public async Task RX_06_CASE_8_HoweverOftenABrowserSaysIt_TypingIsToldNowAndThen()
    {
        var row = await OpenAsync();
        var author = await SignedInAsync(AuthorId);
        await using var open = await ListenAsync(await SignedInAsync(ColleagueId), row);

        (await TypeAsync(author, PathOf(row.Number))).Status.ShouldBe(HttpStatusCode.NoContent);
        (await open.NextAsync()).ShouldNotBeNull().Kind.ShouldBe("typing");
        (await TypeAsync(author, PathOf(row.Number))).Status.ShouldBe(HttpStatusCode.NoContent);
        await CommentAsync(row);
        (await open.NextAsync()).ShouldBe(Entries(2));
        App.Time.Advance(TypingTurns.Pause);

        (await TypeAsync(author, PathOf(row.Number))).Status.ShouldBe(HttpStatusCode.NoContent);
        (await open.NextAsync()).ShouldNotBeNull().Kind.ShouldBe("typing");
    }

    [Fact]
    public async Task CASE_4_CASE_8_WhoTypesANote_IsNamedToTheDeskAlone()
    {
        var row = await OpenAsync();
        var agent = await AgentAsync();
        await using var open = await ListenAsync(await SignedInAsync(AuthorId), row);
        await using var desk = await ListenAtTheDeskAsync(await AgentAsync("second@portal.test"), row);

        (await TypeAsync(agent, DeskPathOf(row.Number), "typing?note=true")).Status.ShouldBe(HttpStatusCode.NoContent);
        (await desk.NextAsync()).ShouldNotBeNull().Kind.ShouldBe("typing");
        await CommentAsync(row);

        (await open.NextAsync()).ShouldBe(Entries(2));
    }

    [Fact]
    public async Task WB_01_CASE_8_TypingIsToldWithTheTokenOfTheSessionAlone()
    {
        var row = await OpenAsync();

        (await (await SignedInAsync(AuthorId)).PostAsync(PathOf(row.Number, "typing"), [])).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    private static string Typing(string name, CaseSide side) => JsonSerializer.Serialize(new { name, side = side.ToString() });
}
