using Portal.Rules.Delegation;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data.Entities;
using Portal.Web.Features.Admin.TenantPolicies;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Tests.Features.Admin.TenantPolicies;

/// <summary>What a preview says of those who are there: figures that come true (ADMIN-3).</summary>
public sealed class SayingWhatChanges : PolicyTest
{
    [Fact]
    public async Task ADMIN_3_HIST_5_AShorterHistory_SaysHowManyRecordsGo_ForGood()
    {
        await new Account(Control, "N0009001").AddToAsync(App);
        await App.CreateBrowser().SignInAsync(Control, "N0009001");
        App.Time.Advance(TimeSpan.FromDays(40));
        await App.CreateBrowser().SignInAsync(Control, "N0009001");
        var kept = App.Time.GetUtcNow().AddDays(-30);
        var old = await App.World.Audit.CountAsync(row => row.OccurredAt < kept);
        old.ShouldBeGreaterThan(0);

        var staff = await AdministratorAsync();
        var check = await CheckAsync("historyDays", form => form.Fill("Values[historyDays]", "30"), staff);

        check.ShouldShow($"{old}件の記録が、すぐにログイン履歴に表示されなくなり").ShouldShow("削除した記録は戻りません");
        (await CheckAsync("historyDays", form => form.Fill("Values[historyDays]", "500"), staff)).ShouldNotShow("件の記録が");
    }

    [Fact]
    public async Task ADMIN_3_OPER_7_DormantIds_AreCounted_AndThoseThatAreDisabled()
    {
        await new Account(Control, "N0009001") { IsManager = true }.AddToAsync(App);
        await new Account(Control, "N0009002") { With = user => user.DormantNoticeAt = App.Time.GetUtcNow().AddDays(-20) }.AddToAsync(App);
        App.Time.Advance(TimeSpan.FromDays(100));

        var staff = await AdministratorAsync();
        var told = await CheckAsync("operators", form => form.Fill("Values[dormantDays]", "90"), staff);
        var disabled = await CheckAsync("operators",
            form => form.Fill("Values[dormantDays]", "90").Choose("Values[disableDormant]", "true"), staff);

        told.ShouldShow("1件のIDが、1時間以内に休眠のIDになります").ShouldNotShow("ログインを停止");
        disabled.ShouldShow("その後14日の間にログインがないIDは、ログインを停止します")
            .ShouldShow("休眠のIDになってから14日が過ぎている1件のIDのログインを、1時間以内に停止します");
    }

    [Fact]
    public async Task ADMIN_3_HIST_1_FewerSessionsAtOnce_SaysWhoHasMore()
    {
        await new Account(Control, "N0009001").AddToAsync(App);
        await new Account(Control, "N0009002").AddToAsync(App);
        await App.CreateBrowser().SignInAsync(Control, "N0009001");
        await App.CreateBrowser().SignInAsync(Control, "N0009001");
        await App.CreateBrowser().SignInAsync(Control, "N0009002");

        (await CheckAsync("session", form => form.Fill("Values[perAccount]", "1")))
            .ShouldShow("1人は、新しい上限より多く同時にログインしています");
    }

    [Fact]
    public async Task ADMIN_1_ADMIN_3_WhoReleasesNoMore_IsSaid_AndStaffAreNotToldToReleaseWhatTheyMayNot()
    {
        var id = await AddLockedAsync(Control, "N0009001");
        var staff = await AdministratorAsync();
        (await staff.GetAsync("/admin/lockouts?tenant=control")).ShouldBeOk().ShouldShow("選択した利用者のロックを解除");

        var check = (await CheckAsync("lockout", form => form.Uncheck("ReleasedBy", "staff"), staff))
            .ShouldShow("今ロックされている1人のロックは、かけたときの設定のまま続きます")
            .ShouldShow("今ロックされている1人のロックを、スタッフは解除できなくなります");
        (await SaveAsync(check)).ShouldRedirectTo(Page);

        (await staff.GetAsync("/admin/lockouts?tenant=control")).ShouldBeOk().ShouldShow("N0009001").ShouldShow("担当者は解除できません")
            .ShouldNotShow("選択した利用者のロックを解除");
        (await staff.GetAsync(PathOf(Control, id))).ShouldBeOk().ShouldShow("担当者はロックを解除できません")
            .ShouldShow("仮パスワードを発行してください").ShouldNotShow("確認してから解除してください");
    }

    [Theory]
    [InlineData("lockout", "maximumMinutes", "最も長いロックを", "minutes=30", "doubles=true", "maximumMinutes=10")]
    [InlineData("session", "idleMinutes", "ログインの最長時間以下", "idleMinutes=600", "absoluteHours=1")]
    [InlineData("password", "warningDays", "有効期間より短く", "maximumAgeDays=5", "warningDays=7")]
    [InlineData("secondFactor", "resendSeconds", "コードの有効時間以下", "resendSeconds=3600", "codeMinutes=1")]
    [InlineData("temporaryPassword", "byManager", "管理者による発行が必要です", "byManager=false")]
    public async Task ADMIN_3_FiguresThatContradictEachOther_AreRefusedAtTheirField(string group, string at, string said,
        params string[] typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        await App.ChangeProfileAsync(Control,
            profile => profile with { Lockout = profile.Lockout with { Ends = LockoutEnds.Timed, Minutes = 5 } });
        var form = (await (await AdministratorAsync()).GetAsync($"{Page}/{group}")).Form("main form").Fill("Reason", Why);
        foreach (var value in typed.Select(text => text.Split('=')))
        {
            var name = $"Values[{value[0]}]";
            form = value[1] is "true" or "false" ? form.Choose(name, value[1]) : form.Fill(name, value[1]);
        }

        var answer = (await form.SubmitAsync("check")).ShouldBeRefused();

        answer.Find($"[id*={at}][id$=error]").TextContent.ShouldContain(said);
        (await App.World.ProfileVersions.CountAsync()).ShouldBe(0);
    }

    /// <summary>Every switch and choice of every group turned, one at a time, at every site.</summary>
    [Fact]
    public async Task ADMIN_3_WhateverAFormCanMakeOfAProfile_IsRefusedInWords()
    {
        var staff = await SystemAdministratorAsync();
        foreach (var slug in new[] { Control, Rental, Security, "homephone", "officephone", Staff })
        {
            var profile = await ProfileAsync(slug);
            foreach (var field in PolicyFields.GroupsOf(profile).SelectMany(PolicyFields.Of).OfType<PolicyField.Choice>())
            {
                var page = (await staff.GetAsync($"/admin/policies/{slug}/{field.Group}")).ShouldBeOk();
                foreach (var word in PolicyFields.WordsOf(field, profile))
                {
                    var answer = await page.Form("main form").Choose(field.Name, word).Fill("Reason", Why).SubmitAsync("check");
                    answer.ShouldNotShow("この内容では設定できません（");
                }
            }
        }
    }

    private async Task<PortalPage> CheckAsync(string group, Func<PortalForm, PortalForm> fill, PortalBrowser? by = null)
    {
        var staff = by ?? await AdministratorAsync();
        var form = (await staff.GetAsync($"{Page}/{group}")).Form("main form");
        return (await fill(form).Fill("Reason", Why).SubmitAsync("check")).ShouldBeOk();
    }
}
