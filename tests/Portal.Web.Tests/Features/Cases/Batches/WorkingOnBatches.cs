using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.Delegation;
using Portal.Rules.Imports;
using Portal.TestKit.Accounts;
using Portal.TestKit.Mail;
using Portal.TestKit.Web;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Imports;

namespace Portal.Web.Tests.Features.Cases.Batches;

/// <summary>However often it is confirmed, and whatever nodes do: each case once, or none (ADMIN-5).</summary>
public sealed class WorkingOnBatches : CaseBatchTest
{
    [Fact]
    public async Task ADMIN_5_SAFE_2_UploadedAndConfirmedTwice_ByTwoNodesAtOnce_EachIsOneCase()
    {
        var agent = await AgentAsync();
        var upload = Filled(await agent.GetAsync(Upload), Both, Zip(Files));
        var sent = await Task.WhenAll(upload.SubmitAsync(), upload.SubmitAsync());
        sent[0].Location.ShouldBe(sent[1].Location);
        (await App.World.ImportJobs.CountAsync()).ShouldBe(1);
        var page = await sent[0].FollowAsync();

        var confirm = page.Form("form[action$=confirm]");
        await Task.WhenAll(confirm.SubmitAsync(), confirm.SubmitAsync());
        await Task.WhenAll(RoundAsync(), RoundAsync());
        App.Time.Advance(TimeSpan.FromMinutes(2));
        await RoundAsync();

        (await App.World.Cases.CountAsync()).ShouldBe(2);
        (await App.World.Audit.CountAsync("cases-confirmed")).ShouldBe(1);
        (await App.World.Audit.CountAsync("cases-opened")).ShouldBe(1);
        (await App.MailsAsync("taro@example.jp")).Count.ShouldBe(1);
        (await JobAsync()).State.ShouldBe(ImportState.Done);
    }

    [Fact]
    public async Task ADMIN_5_ANodeThatDiesInTheMiddleLeavesNothing_AndAnotherBeginsAnew()
    {
        var agent = await AgentAsync();
        await (await CheckedAsync(agent, Both, Zip(Files))).Form("form[action$=confirm]").SubmitAsync();
        var job = await JobAsync();
        await App.InTenantAsync(Tenant, services => services.GetRequiredService<ImportClaims>().ClaimAsync(job.Id));
        await Should.ThrowAsync<TimeoutException>(() => App.InTenantAsync(Tenant, async services =>
        {
            var outcome = await services.GetRequiredService<CaseFileRun>().ApplyAsync(job, _ => Task.CompletedTask);
            outcome!.Made.Count.ShouldBe(2);
            throw new TimeoutException();
        }));
        (await App.World.Cases.CountAsync()).ShouldBe(0);
        (await App.World.Files.CountAsync(file => file.Owner != null)).ShouldBe(0);
        (await RoundAsync()).ShouldBe(0, "the other node may still live");

        App.Time.Advance(TimeSpan.FromMinutes(2));
        await RoundAsync();

        (await App.World.Cases.CountAsync()).ShouldBe(2);
        (await App.World.Files.CountAsync(file => file.Owner != null)).ShouldBe(2);
        (await JobAsync()).Tries.ShouldBe(2);
    }

    [Fact]
    public async Task ADMIN_5_WhatChangedSinceTheCheck_IsNamed_AndNoCaseIsOpened()
    {
        var agent = await AgentAsync();
        var page = await CheckedAsync(agent, Both, Zip(Files));
        await page.Form("form[action$=confirm]").SubmitAsync();
        await App.World.Accounts.DisableAsync(await App.World.Accounts.IdOfAsync(StrangerId));

        await RoundAsync();

        var refused = (await agent.GetAsync(page.Address.AbsolutePath)).ShouldBeOk().ShouldShow("1件の誤りがあります");
        refused.Texts("tbody tr").ShouldBe(["3 契約番号 この契約には、ログインできる利用者がいません（契約の停止中を含みます）"]);
        (await App.World.Cases.CountAsync()).ShouldBe(0);
        (await App.MailsAsync("taro@example.jp")).ShouldBeEmpty();
        (await App.World.Audit.CountAsync("cases-refused")).ShouldBe(1);
        (await App.MailsAsync(AgentId)).ShouldContain(
            mail => mail.Subject.Contains("ケースの一覧に誤りがあります", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ADMIN_5_ADMIN_12_FilesOfCases_AreNoneOfThePagesOfMovingIn()
    {
        var agent = await AgentAsync();
        var page = await CheckedAsync(agent, Both, Zip(Files));
        var job = await JobAsync();
        job.Kind.ShouldBe(ImportKind.Cases);
        (await agent.GetAsync(Upload)).ShouldBeOk().Texts("tbody th a").ShouldBe(["cases.csv"]);
        page.Address.AbsolutePath.ShouldEndWith(job.Id.ToString());

        await App.World.Accounts.ChangeAsync(user => user.UserName == AgentId, user => user.Role, AccountRole.TenantAdministrator);
        var administrator = App.CreateBrowser();
        await administrator.SignInAsync("admin", AgentId);
        (await administrator.GetAsync("/admin/imports")).ShouldBeOk().Texts("tbody th a").ShouldBeEmpty();
        (await administrator.GetAsync($"/admin/imports/{Tenant}/{job.Id}")).ShouldBeNotFound();
    }
}
