using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Portal.Rules.Delegation;
using Portal.Rules.Points;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Domain.Points;
using Portal.Web.Tenancy.Times;

namespace Portal.Web.Tests.Features.Memberships;

/// <summary>What leads to another of one's contracts, and what does not get there (CONT-2).</summary>
public sealed class ComingToAnotherContract : MembershipTest
{
    private const string New = List + "/new";
    private const string Points = "/t/security/points";

    [Fact]
    public async Task CASE_7_WhatBelongsToAnotherContract_IsReachedByWayOfSwitching()
    {
        await App.World.Memberships.AddAsync(Member, Other);
        var path = await OpenAsync(await SignedInAsync(MemberId), asksElsewhere: true);
        var member = App.CreateBrowser();
        var signedIn = await member.TrySignInAsync(Tenant, MemberId, query: "?returnUrl=" + Uri.EscapeDataString(path));

        var none = (await signedIn.FollowAsync()).ShouldBeNotFound().ShouldShow("現在は、ご契約N900000001を操作中です");
        var choice = (await none.ClickAsync("main a[href*=returnUrl]")).ShouldBeOk().ShouldShow("先ほどのページをもう一度開きます");
        var back = (await choice.Form($"form:has(input[value={Other}])").SubmitAsync()).ShouldRedirectTo(path);
        (await back.FollowAsync()).ShouldBeOk().ShouldShow("別契約の件");
        (await EventsAsync("contract-switched", Member)).ShouldBe(2);
    }

    [Fact]
    public async Task EN_06_WhoHasOneContract_IsToldOfNoOther()
    {
        var path = await OpenAsync(await SignedInAsync(StrangerId), asksElsewhere: false);
        (await (await SignedInAsync(SecondId)).GetAsync(path)).ShouldBeNotFound().ShouldNotShow("操作中").Has($"a[href^='{Switch}']")
            .ShouldBeFalse();
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/t/control/home")]
    public async Task WB_08_SwitchingLeadsNowhereElse(string address)
    {
        await App.World.Memberships.AddAsync(Member, Other);
        var member = await SignedInAsync(MemberId);
        var page = (await member.GetAsync($"{Switch}?returnUrl={Uri.EscapeDataString(address)}")).ShouldBeOk();
        page.Has("main [name=returnUrl]").ShouldBeFalse();
        (await page.Form($"form:has(input[value={Other}])").Forge("returnUrl", address).SubmitAsync()).ShouldRedirectTo("/t/security/home");
    }

    [Fact]
    public async Task PNTS_1_APageOfPoints_ThatAMailLedTo_IsThatContracts()
    {
        await App.World.Memberships.AddAsync(Member, Other);
        await GrantPointsAsync(First);
        await GrantPointsAsync(Other);
        var member = await SignedInAsync(MemberId);
        (await member.GetAsync($"{Points}?contract={First}")).ShouldBeOk();
        (await member.GetAsync($"{Points}?contract=N900000003")).ShouldBeOk();

        var choice = await (await member.GetAsync($"{Points}?contract={Other}"))
            .ShouldRedirectTo($"{Switch}?returnUrl=%2Ft%2Fsecurity%2Fpoints%3Fcontract%3D{Other}").FollowAsync();
        (await choice.Form($"form:has(input[value={Other}])").SubmitAsync()).ShouldRedirectTo($"{Points}?contract={Other}");
        (await member.GetAsync($"{Points}?contract={Other}")).ShouldBeOk().ShouldShow(Other);
    }

    [Fact]
    public async Task SAFE_3_WhatWasTypedForOneContract_IsNotFilledIntoTheFormOfAnother()
    {
        await App.World.Memberships.AddAsync(Manager, Other, AccountRole.Manager);
        var manager = await SignedInAsync(ManagerId);
        await SwitchAsync(manager, Other);
        var form = (await manager.GetAsync(New)).ShouldBeOk().Form(Form).Fill("Email", "shin@example.jp");
        (await ConfirmAsync(await SignedInAsync(OtherManagerId), $"{Members}/{Manager}/remove")).ShouldRedirectTo(Members);

        (await SendAsync(manager, form)).Location
            .ShouldBe("/t/security/login?returnUrl=%2Ft%2Fsecurity%2Foperators%2Fnew&ended=rights-changed");
        (await App.World.Drafts.CountAsync()).ShouldBe(1);
        var again = await BackAsync(manager);

        again.ShouldBeOk().ShouldNotShow("ログアウト前に入力した内容").Find("[name=Email]").GetAttribute("value").ShouldBeNullOrEmpty();
    }

    [Fact]
    public async Task SAFE_3_WhatWasTypedForAnotherContract_WaitsThere()
    {
        await App.World.Memberships.AddAsync(Manager, Other, AccountRole.Manager);
        var manager = await SignedInAsync(ManagerId);
        await SwitchAsync(manager, Other);
        var form = (await manager.GetAsync(New)).ShouldBeOk().Form(Form).Fill("Email", "shin@example.jp");
        App.Time.Advance(TimeSpan.FromMinutes(61));
        (await SendAsync(manager, form)).Location.ShouldNotBeNull().ShouldEndWith("&ended=idle");

        var atHome = await BackAsync(manager);
        atHome.ShouldBeOk().ShouldShow("ご契約N900000002のものです").Find("[name=Email]").GetAttribute("value").ShouldBeNullOrEmpty();
        await SwitchAsync(manager, Other);

        (await manager.GetAsync(New)).ShouldBeOk().ShouldShow("ログアウト前に入力した内容").Find("[name=Email]").GetAttribute("value")
            .ShouldBe("shin@example.jp");
    }

    [Fact]
    public async Task SE_05_OfTwoWhoSwitchAtTheSameMoment_TheOneThatComesSecond_TakesTheSessionFromNobody()
    {
        await App.World.Memberships.AddAsync(Member, Other);
        var member = await SignedInAsync(MemberId);
        var pages = new[] { await member.GetAsync(Switch), await member.GetAsync(Switch) };
        await using var owner = new NpgsqlConnection(App.Database.OwnerConnectionString);
        await owner.OpenAsync();
        await using var transaction = await owner.BeginTransactionAsync();
        await using var held = new NpgsqlCommand("""LOCK TABLE "Sessions" IN SHARE MODE""", owner);
        await held.ExecuteNonQueryAsync();

        var switching = pages.Select(page => page.Form($"form:has(input[value={Other}])").SubmitAsync()).ToList();
        await UntilBothWaitAsync();
        await transaction.RollbackAsync();
        var answers = await Task.WhenAll(switching);

        answers.Count(answer => answer.Location == "/t/security/home").ShouldBe(1);
        answers.Single(answer => answer.Location != "/t/security/home").SetCookies
            .ShouldNotContain(cookie => cookie.StartsWith("__Secure-portal=;", StringComparison.Ordinal));
        (await LiveSessionsAsync(Member)).ShouldBe(1);
    }

    [Fact]
    public async Task CASE_5_SavedFilters_CountInEachContract()
    {
        await App.World.Memberships.AddAsync(Member, Other);
        var member = await SignedInAsync(MemberId);
        (await SaveFilterAsync(member)).ShouldRedirectTo("/t/security/cases/filters");
        (await SaveFilterAsync(member)).ShouldBeRefused();

        await SwitchAsync(member, Other);

        (await SaveFilterAsync(member)).ShouldRedirectTo("/t/security/cases/filters");
        (await App.World.SavedCaseFilters.CountAsync()).ShouldBe(2);
    }

    private static async Task<PortalPage> BackAsync(PortalBrowser who) =>
        await (await who.TrySignInAsync(Tenant, ManagerId, query: "?returnUrl=" + Uri.EscapeDataString(New))).FollowAsync();

    private static async Task<PortalPage> SaveFilterAsync(PortalBrowser who) =>
        await (await who.GetAsync("/t/security/cases?g1=status.is.new")).ShouldBeOk().Form("form[action$='/cases/filters']")
            .Fill("Name", "私の条件").SubmitAsync();

    /// <summary>A case of the other contract, which somebody asked for there.</summary>
    private static async Task<string> OpenAsync(PortalBrowser who, bool asksElsewhere)
    {
        var form = (await who.GetAsync("/t/security/cases/new")).ShouldBeOk().Form("form:has(textarea)").Choose("Kind", "Alert")
            .Fill("Subject", "別契約の件").Fill("Text", "内容");
        var check = await (asksElsewhere ? form.Choose("About", Other) : form).SubmitAsync("check");
        return (await check.ShouldBeOk().Form("form:has(button[value=save])").SubmitAsync("save")).Location.ShouldNotBeNull().Split('?')[0];
    }

    private Task GrantPointsAsync(string number) => App.InTenantAsync(Tenant, async services =>
    {
        var contract = await services.GetRequiredService<PortalDbContext>().Contracts.SingleAsync(row => row.Number == number);
        var today = services.GetRequiredService<TenantClock>().Today;
        await services.GetRequiredService<PointGrants>().GrantAsync(contract.Id,
            new PointGrant(100, new PointSpan(today, today.AddDays(9)), "年間"), PointActor.System, "契約");
    });

    /// <summary>As a browser does, which says from which page.</summary>
    private static Task<PortalPage> SendAsync(PortalBrowser who, PortalForm form)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, New)
        {
            Content = new FormUrlEncodedContent(form.Fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        };
        request.Headers.Referrer = new Uri(PortalApp.BaseAddress, New);
        return who.SendAsync(request);
    }

    private async Task UntilBothWaitAsync()
    {
        while (await App.Database.ReadAsync<long>($"""
            SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'
            """) < 2)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        }
    }
}
