using Microsoft.Extensions.DependencyInjection;
using Microsoft.EntityFrameworkCore;
using Portal.Rules.Cases;
using Portal.Rules.Delegation;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Cases;
using Portal.Web.Jobs;

namespace Portal.Web.Tests.Features.Admin;

/// <summary>What the desk needs of somebody who rings up, on one page (ADMIN-2).</summary>
public sealed class ThePageOfAPerson : StaffTest
{
    [Fact]
    public async Task ADMIN_2_WhoIsDisabled_WhyAndByWhom_WithTheActThatHelps()
    {
        var id = await new Account(Control, "N0009001").AddToAsync(App);
        var agent = await AgentAsync();
        await (await agent.GetAsync(PathOf(Control, id) + "/disable")).Form().Fill("Form.Reason", "退職の連絡").SubmitAsync();

        var page = (await agent.GetAsync(PathOf(Control, id))).ShouldBeOk();

        page.ShouldShow("ログインが無効です");
        page.Texts(".p-callout").ShouldContain(text => text.Contains("退職の連絡") && text.Contains(AgentId));
        (await page.ClickAsync("ログインを有効化")).ShouldBeOk().ShouldShow("理由");
    }

    [Fact]
    public async Task ADMIN_2_ATemporaryPassword_IsNoMissingFirstOne_AliveOrDead()
    {
        var id = await new Account(Control, "N0009001") { IsManager = true }.AddToAsync(App);
        var contract = await App.World.Contracts.ReadAsync(row => row.Number == "C-900001", row => row.Id);
        var agent = await AgentAsync();
        await (await agent.GetAsync(PathOf(Control, id) + "/temporary-password")).ShouldBeOk().Form().Fill("Form.Reason", "紛失")
            .SubmitAsync();

        foreach (var path in new[] { PathOf(Control, id), "/admin/users?q=N0009001", $"/admin/contracts/control/{contract}" })
        {
            var page = (await agent.GetAsync(path)).ShouldBeOk();
            page.Texts(".p-tag").ShouldContain("仮パスワード", path);
            page.ShouldNotShow("パスワード未設定").ShouldNotShow("パスワードをまだ設定していません");
        }

        (await agent.GetAsync(PathOf(Control, id))).ShouldShow("仮パスワードでのログインを待っています");
        App.Time.Advance(TimeSpan.FromHours(25));
        var again = App.CreateBrowser();
        (await again.SignInAsync(Staff, AgentId)).ShouldBeOk();
        var later = (await again.GetAsync(PathOf(Control, id))).ShouldBeOk();
        later.Texts(".p-tag").ShouldContain("仮パスワード失効");
        later.ShouldShow("仮パスワードが使えなくなりました").ShouldNotShow("パスワード未設定");
        later.Texts(".p-callout").ShouldContain(text => text.Contains("契約の管理者または担当者が、仮パスワードを発行できます。"));
    }

    [Fact]
    public async Task ADMIN_2_FACE_7_WhoIsInvited_IsCalledInvited_AndTheWaysInAreThoseOfTheSite()
    {
        var invited = await new Account(Security, "hanako@example.jp.cs")
        {
            Password = null,
            Email = "hanako@example.jp",
            With = user => user.InvitedAt = App.Time.GetUtcNow(),
        }.AddToAsync(App);
        var never = await new Account(Security, "jiro@example.jp.cs") { Password = null, Email = "jiro@example.jp" }.AddToAsync(App);
        var caller = await new Account("homephone", "0399990001") { Password = null }.AddToAsync(App);
        var agent = await SignedInAsync(AgentId, AccountRole.Agent, Security, "homephone");

        var guest = (await agent.GetAsync(PathOf(Security, invited))).ShouldBeOk();
        guest.Texts(".p-tag").ShouldContain("招待中");
        guest.ShouldShow("案内のメールのリンクから").ShouldNotShow("パスワード未設定").ShouldNotShow("仮パスワードを発行できます");

        var mailed = (await agent.GetAsync(PathOf(Security, never))).ShouldBeOk();
        mailed.Texts(".p-tag").ShouldContain("パスワード未設定");
        mailed.ShouldShow("メールのリンクから、パスワードを設定できます。").ShouldNotShow("からの電話");

        (await agent.GetAsync(PathOf("homephone", caller))).ShouldBeOk().ShouldShow("ご契約の回線からの電話で、仮パスワードを設定できます。")
            .ShouldShow("担当者が、仮パスワードを発行できます。").ShouldNotShow("メールのリンクから、パスワードを");
    }

    [Fact]
    public async Task ADMIN_2_LOCK_9_WhatTimeDid_IsTheSystems_AndNotAJobByItsInternalName()
    {
        var id = await AddLockedAsync(Security, "hanako@example.jp.cs", until: App.Time.GetUtcNow().AddMinutes(20));
        App.Time.Advance(TimeSpan.FromDays(1));
        await App.Services.GetRequiredService<LapseRound>().RunOnceAsync(CancellationToken.None);

        var page = (await (await AgentAsync()).GetAsync(PathOf(Security, id) + "/login-history")).ShouldBeOk();

        page.ShouldShow("ロックの時間経過による解除").ShouldShow("操作：システム").ShouldNotShow("操作：lapse");
    }

    [Fact]
    public async Task ADMIN_2_FACE_7_TheHistoryStandsBelowThePerson_AsItsNeighboursDo()
    {
        var id = await AddLockedAsync(Security, "hanako@example.jp.cs");
        var agent = await AgentAsync();

        var page = (await agent.GetAsync(PathOf(Security, id) + "/login-history")).ShouldBeOk();

        var neighbour = (await agent.GetAsync(PathOf(Security, id) + "/disable")).ShouldBeOk();
        page.Texts(".p-breadcrumb a").ShouldBe(neighbour.Texts(".p-breadcrumb a"));
        page.Texts(".p-breadcrumb a")[^1].ShouldBe("hanako@example.jp.cs");
        (await page.ClickAsync(".p-breadcrumb li:nth-last-child(2) a")).ShouldBeOk().Address.AbsolutePath.ShouldBe(PathOf(Security, id));
    }

    [Fact]
    public async Task ADMIN_2_OfASuspendedContract_ItLeadsToTheContract_AndAnotherUsersDisablingIsNotToldHere()
    {
        var id = await new Account(Control, "N0009001") { IsManager = true }.AddToAsync(App);
        var other = await new Account(Control, "N0009002").AddToAsync(App);
        var staff = await AdministratorAsync();
        await (await staff.GetAsync(PathOf(Control, other) + "/disable")).Form().Fill("Form.Reason", "別の人の理由").SubmitAsync();
        var contract = await App.World.Contracts.ReadAsync(row => row.Number == "C-900001", row => row.Id);
        await (await staff.GetAsync($"/admin/contracts/control/{contract}/suspend")).Form().Fill("Form.Reason", "未納").SubmitAsync();

        var page = (await staff.GetAsync(PathOf(Control, id))).ShouldBeOk();

        page.ShouldShow("ご契約が停止中です").ShouldNotShow("ログインが無効です");
        page.Texts(".p-callout").ShouldContain(text => text.Contains("未納") && !text.Contains("別の人の理由"));
        (await page.ClickAsync("契約を見る")).ShouldBeOk();
    }

    [Fact]
    public async Task ADMIN_2_ML_02_MailsToAPerson_WithSubjectAndFate_TheAddressMasked_AndWithoutWhatTheySay()
    {
        var id = await new Account(Control, "N0009001") { Email = "hanako@control.example.jp", IsManager = true }.AddToAsync(App);
        var now = App.Time.GetUtcNow();
        await App.InTenantAsync(Control, services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            db.Outbox.AddRange(Mail(id, "古いお知らせ", OutboxState.Sent, now.AddDays(-1)),
                Mail(id, "仮パスワードの発行", OutboxState.Failed, now), Mail(Guid.NewGuid(), "別の人へ", OutboxState.Sent, now));
            return Task.CompletedTask;
        });
        var agent = await AgentAsync();

        var page = (await agent.GetAsync(PathOf(Control, id))).ShouldBeOk();

        page.Texts("section[aria-labelledby=mails] tbody th").ShouldBe(
            ["仮パスワードの発行 test・h***@c***.jp", "古いお知らせ test・h***@c***.jp"]);
        page.Texts("section[aria-labelledby=mails] tbody td:nth-of-type(1)").ShouldBe(["失敗", "送信済み"]);
        page.Has("section[aria-labelledby=mails] a").ShouldBeFalse("agents have no outbox");
        var administrator = await AdministratorAsync();
        var seen = await (await administrator.GetAsync(PathOf(Control, id))).ClickAsync("section[aria-labelledby=mails] a");
        seen.ShouldBeOk().ShouldShow("仮パスワードの発行");
    }

    [Fact]
    public async Task ADMIN_2_WhatAPersonAskedFor_IsCounted_AndTheListShowsTheSame()
    {
        var id = await new Account(Security, "hanako@example.jp.cs").AddToAsync(App);
        var other = await new Account(Security, "jiro@example.jp.cs").AddToAsync(App);
        foreach (var (author, subject) in new[] { (id, "一つめ"), (id, "二つめ"), (other, "別の人") })
        {
            await App.InTenantAsync(Security, async services =>
            {
                var db = services.GetRequiredService<PortalDbContext>();
                await services.GetRequiredService<CaseOpening>().OpenAsync(await db.Users.SingleAsync(user => user.Id == author),
                    new NewCase(CaseKind.Fault, subject, "内容"));
            });
        }

        var page = (await (await AgentAsync()).GetAsync(PathOf(Security, id))).ShouldBeOk();

        page.Texts("section[aria-labelledby=tallies] .p-summary__row").ShouldContain(text => text.StartsWith("依頼したケース 2件を表示"));
        var list = (await page.ClickAsync("section[aria-labelledby=tallies] a[href*='view=all']")).ShouldBeOk();
        list.Texts("tbody tr").Count.ShouldBe(2);
        list.ShouldShow("一つめ").ShouldShow("二つめ").ShouldNotShow("別の人");
    }

    private static OutboxMessage Mail(Guid to, string subject, OutboxState state, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(at),
        Kind = "test",
        BusinessKey = Guid.NewGuid().ToString(),
        MessageId = $"<{Guid.NewGuid()}@test>",
        Recipient = "hanako@control.example.jp",
        RecipientUserId = to,
        Language = "ja",
        SenderName = "ポータル",
        SenderAddress = "portal@example.jp",
        Subject = subject,
        State = state,
        CreatedAt = at,
        NextTryAt = at,
        SentAt = state == OutboxState.Sent ? at : null,
    };
}
