using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.Delegation;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Jobs;

namespace Portal.Web.Tests.Features.Admin;

public sealed class ReleasingLockouts : StaffTest
{
    [Fact]
    public async Task ADMIN_1_LOCK_4_SeveralOfSeveralTenantsAreReleasedAtOnceWithAReason()
    {
        var (one, other) = (await AddLockedAsync(Control, "N0009001"), await AddLockedAsync(Security, "taro.cs"));
        var agent = await AgentAsync();
        var list = await agent.GetAsync("/admin/lockouts");

        var confirm = await list.Form("main form[action$=release]").Check("ids", Key(Control, one)).Check("ids", Key(Security, other))
            .SubmitAsync();
        confirm.ShouldBeOk().ShouldShow("2人のロックを解除しますか？").ShouldShow("N0009001").ShouldShow("taro.cs");
        (await IsLockedAsync(one)).ShouldBeTrue();

        var done = await (await confirm.Form().Fill("Form.Reason", "電話で本人を確認").SubmitAsync()).FollowAsync();

        done.ShouldBeOk().ShouldShow("2人のロックを解除しました").ShouldShow("お伝えください");
        (await IsLockedAsync(one)).ShouldBeFalse();
        (await IsLockedAsync(other)).ShouldBeFalse();
        var events = await EventsAsync("released");
        events.Select(recorded => (recorded.Tenant, recorded.Event.SubjectId, recorded.Event.Reason, recorded.Event.ActorName))
            .ShouldBe([(Control, one, "電話で本人を確認", AgentId), (Security, other, "電話で本人を確認", AgentId)], ignoreOrder: true);
        (await MailsAsync(one)).ShouldBe(1);
        (await MailsAsync(other)).ShouldBe(1);
        await App.CreateBrowser().SignInAsync(Control, "N0009001");
    }

    [Fact]
    public async Task LOCK_9_ALockOfTheStaffThatEndsByTime_HasItsReleaseRowWithoutASignIn()
    {
        var until = App.Time.GetUtcNow().AddMinutes(20);
        var id = await AddLockedAsync(Staff, "late@portal.test",
            account => account with { Role = AccountRole.Agent, Contract = null, Email = "late@portal.test" }, until);
        App.Time.Advance(TimeSpan.FromMinutes(25));

        await App.Services.GetRequiredService<LapseRound>().RunOnceAsync(CancellationToken.None);

        (await App.World.Audit.ReadAsync("released-by-time", id, happened => happened.OccurredAt)).ShouldBe(until);
        (await IsLockedAsync(id)).ShouldBeFalse();
    }

    [Fact]
    public async Task ADMIN_1_TheResultCanBeReadAgain()
    {
        var id = await AddLockedAsync(Control, "N0009001");
        var agent = await AgentAsync();
        var answer = await ReleaseAsync(agent, Key(Control, id));

        (await agent.GetAsync(answer.Location!)).ShouldShow("1人のロックを解除しました");
        (await agent.GetAsync(answer.Location!)).ShouldShow("1人のロックを解除しました");
        (await agent.GetAsync(answer.Location!.Replace("act=", "act=0", StringComparison.Ordinal))).ShouldNotShow("1人のロックを解除しました");
    }

    [Fact]
    public async Task ADMIN_1_TheResultTellsReleasedAlreadyReleasedAndVoid()
    {
        var (locked, ended, dead) =
            (await AddLockedAsync(Control, "N0009001"), await AddLockedAsync(Control, "N0009002"), await AddVoidAsync(Control, "N0009003"));
        var agent = await AgentAsync();
        var confirm =
            await agent.GetAsync($"/admin/lockouts/release?ids={Key(Control, locked)}&ids={Key(Control, ended)}&ids={Key(Control, dead)}");
        confirm.ShouldShow("2人のロックを解除しますか？").ShouldShow("仮パスワードの発行が必要です");
        await ReleaseAsync(agent, Key(Control, ended));

        var done = await (await confirm.Form().Fill("Form.Reason", "確認済み").SubmitAsync()).FollowAsync();

        done.ShouldShow("1人のロックを解除しました");
        done.Texts("tbody tr").ShouldBe(
            ["N0009001 試験 太郎 回線コントロール 解除しました", "N0009002 試験 太郎 回線コントロール 解除済み", "N0009003 試験 太郎 回線コントロール パスワード失効 仮パスワードを発行（N0009003）"],
                ignoreOrder: true);
        done.Has($"a[href='/admin/users/control/{dead}/temporary-password']").ShouldBeTrue();
        (await IsLockedAsync(dead)).ShouldBeTrue();
        (await EventsAsync("released")).Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("", "理由を入力してください")]
    [InlineData("　 ", "理由を入力してください")]
    [InlineData("a\u202Eb", "理由に使えない文字が含まれています")]
    public async Task ADMIN_1_WithoutAFitReasonNothingIsReleased(string reason, string message)
    {
        var id = await AddLockedAsync(Control, "N0009001");
        var answer = await ReleaseAsync(await AgentAsync(), Key(Control, id), reason);

        answer.ShouldBeRefused().ShouldShow(message);
        answer.Title.ShouldStartWith("エラー：");
        (await IsLockedAsync(id)).ShouldBeTrue();
    }

    [Theory]
    [InlineData(500, true)]
    [InlineData(501, false)]
    public async Task ADMIN_1_AReasonHasAtMost500Characters(int length, bool fits)
    {
        var id = await AddLockedAsync(Control, "N0009001");
        var answer = await ReleaseAsync(await AgentAsync(), Key(Control, id), string.Concat(Enumerable.Repeat("👍", length)));
        (await IsLockedAsync(id)).ShouldBe(!fits, answer.ToString());
    }

    [Fact]
    public async Task ADMIN_1_NobodyChosenIsTold()
    {
        var agent = await AgentAsync();
        (await (await agent.GetAsync("/admin/lockouts/release")).FollowAsync()).ShouldShow("解除する利用者を選択してください");
    }

    [Fact]
    public async Task AZ_01_AmongThemOneOutOfReachReleasesNone()
    {
        var (own, foreign) = (await AddLockedAsync(Control, "N0009001"),
            await AddLockedAsync(Rental, "R900001", account => account with { Email = "a@rental.example.jp" }));
        var agent = await AgentAsync();

        (await agent.GetAsync($"/admin/lockouts/release?ids={Key(Control, own)}&ids={Key(Rental, foreign)}")).ShouldBeNotFound();
        var confirm = await agent.GetAsync($"/admin/lockouts/release?ids={Key(Control, own)}");
        (await confirm.Form().Forge("Form.Ids", Key(Rental, foreign)).Fill("Form.Reason", "x").SubmitAsync()).ShouldBeNotFound();

        (await IsLockedAsync(own)).ShouldBeTrue();
        (await IsLockedAsync(foreign)).ShouldBeTrue();
        (await EventsAsync("released")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("control.00000000000000000000000000000001")]
    [InlineData("nowhere.00000000000000000000000000000001")]
    [InlineData("control")]
    [InlineData("x.y")]
    [InlineData("")]
    public async Task AZ_01_WhatIsNoAccountIsNotFound(string key) =>
        (await (await AgentAsync()).GetAsync("/admin/lockouts/release?ids=" + key)).ShouldBeNotFound();

    [Fact]
    public async Task AZ_01_AnAccountIsFoundInItsOwnTenantAlone()
    {
        var id = await AddLockedAsync(Security, "taro.cs");
        (await (await AgentAsync()).GetAsync("/admin/lockouts/release?ids=" + Key(Control, id))).ShouldBeNotFound();
    }

    [Fact]
    public async Task CG_10_ADisabledUserStaysDisabled()
    {
        var id = await AddLockedAsync(Control, "N0009001",
            account => account with { With = user => { account.With!(user); user.DisabledAt = App.Time.GetUtcNow(); } });
        await ReleaseAsync(await AgentAsync(), Key(Control, id));

        (await IsLockedAsync(id)).ShouldBeFalse();
        (await App.CreateBrowser().TrySignInAsync(Control, "N0009001")).ShouldBeRefused();
    }

    [Fact]
    public async Task LOCK_3_WhereThePolicyLeavesStaffOutNothingIsReleased()
    {
        await App.ChangeProfileAsync(Control, profile => profile with { Lockout = profile.Lockout with { ReleasedBy = ["manager"] } });
        var id = await AddLockedAsync(Control, "N0009001");
        var agent = await AgentAsync();

        (await agent.GetAsync("/admin/lockouts")).Has("tbody input[type=checkbox]").ShouldBeFalse();
        (await agent.GetAsync("/admin/lockouts/release?ids=" + Key(Control, id))).ShouldShow("担当者による解除は許可されていません").Has("main form")
            .ShouldBeFalse();
    }

    [Fact]
    public async Task ADMIN_11_StaffAreReleasedBySystemAdministratorsAndNeverByThemselves()
    {
        var system = await SystemAdministratorAsync();
        var locked = await AddLockedAsync(Staff, "locked@portal.test",
            account => account with { Contract = null, Role = AccountRole.Agent, Email = "locked@portal.test" });
        (await ReleaseAsync(await AdministratorAsync(), Key(Staff, locked))).ShouldBeNotFound();
        (await IsLockedAsync(locked)).ShouldBeTrue();

        (await (await ReleaseAsync(system, Key(Staff, locked))).FollowAsync()).ShouldShow("1人のロックを解除しました");

        var self = await App.World.Accounts.IdOfAsync(SystemId);
        await App.World.Locks.LockAsync(self);
        (await system.GetAsync("/admin/lockouts/release?ids=" + Key(Staff, self))).ShouldShow("担当者による解除は許可されていません");
    }

    [Fact]
    public async Task AZ_07_WhoIsDemotedBetweenPageAndPostHasNoEffect()
    {
        var id = await AddLockedAsync(Control, "N0009001");
        var agent = await AgentAsync();
        var confirm = await agent.GetAsync("/admin/lockouts/release?ids=" + Key(Control, id));
        await App.World.StaffAssignments.ClearAsync();

        (await confirm.Form().Fill("Form.Reason", "x").SubmitAsync()).ShouldBeNotFound();

        (await IsLockedAsync(id)).ShouldBeTrue();
    }

    [Fact]
    public async Task AZ_03_FieldsThatThePageDoesNotOfferChangeNothing()
    {
        var id = await AddLockedAsync(Control, "N0009001");
        var agent = await AgentAsync();
        var form = (await agent.GetAsync("/admin/lockouts/release?ids=" + Key(Control, id))).Form().Fill("Form.Reason", "x");
        foreach (var field in new[] { "TenantId", "Role", "IsAdmin", "DisabledAt", "Form.Role", "Form.TenantId" })
        {
            form.Forge(field, "SystemAdministrator");
        }

        await form.SubmitAsync();

        (await App.World.Accounts.ReadAsync(id, user => user.Role)).ShouldBe(AccountRole.Member);
        (await App.World.Accounts.IsDisabledAsync(id)).ShouldBeFalse();
    }

    private static async Task<PortalPage> ReleaseAsync(PortalBrowser browser, string key, string reason = "本人を確認")
    {
        var confirm = await browser.GetAsync("/admin/lockouts/release?ids=" + key);
        return confirm.Has("main form") ? await confirm.Form().Fill("Form.Reason", reason).SubmitAsync() : confirm;
    }
}
