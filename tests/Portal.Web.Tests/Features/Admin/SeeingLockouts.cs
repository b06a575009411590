using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.Delegation;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Audit;
using Portal.Web.Data.Entities;

namespace Portal.Web.Tests.Features.Admin;

public sealed class SeeingLockouts : StaffTest
{
    [Fact]
    public async Task ADMIN_1_EverybodyLockedNowIsListedWithSinceWhyAndUntil()
    {
        await AddLockedAsync(Control, "N0009001");
        await AddLockedAsync(Security, "taro.cs", until: App.Time.GetUtcNow().AddMinutes(10));
        var agent = await AgentAsync();

        var page = await agent.GetAsync("/admin/lockouts");

        page.ShouldBeOk().ShouldShow("ロックアウト中の利用者（2件）");
        var operatorRow = page.Document.QuerySelectorAll("tbody tr")
            .Single(row => row.TextContent.Contains("N0009001", StringComparison.Ordinal)).TextContent;
        operatorRow.ShouldContain("回線コントロール");
        operatorRow.ShouldContain("C-900001");
        operatorRow.ShouldContain("2026/05/13 09:00");
        operatorRow.ShouldContain("5回の失敗");
        operatorRow.ShouldContain("198.51.100.7（4回）");
        operatorRow.ShouldContain("203.0.113.9（1回）");
        operatorRow.ShouldContain("自動では解除されません");
        page.ShouldShow("2026/05/13 10:10");
    }

    [Fact]
    public async Task ADMIN_1_ALockThatHasEndedIsNotListed()
    {
        await AddLockedAsync(Security, "taro.cs", until: App.Time.GetUtcNow().AddSeconds(-1));
        (await (await AgentAsync()).GetAsync("/admin/lockouts")).ShouldShow("ロックアウト中の利用者はいません");
    }

    [Fact]
    public async Task ADMIN_1_LOCK_3_AVoidPasswordCannotBeChosenAndLeadsToATemporaryOne()
    {
        var id = await AddVoidAsync("homephone", "0600000001");
        var page = await (await SystemAdministratorAsync()).GetAsync("/admin/lockouts");

        page.ShouldShow("パスワード失効");
        page.Has("tbody input[type=checkbox]").ShouldBeFalse();
        page.Has($"a[href='/admin/users/homephone/{id}/temporary-password']").ShouldBeTrue();
    }

    [Theory]
    [InlineData("?tenant=security", "taro.cs", "N0009001")]
    [InlineData("?q=n00090", "N0009001", "taro.cs")]
    [InlineData("?q=%EF%BC%AE%EF%BC%90%EF%BC%90%EF%BC%90%EF%BC%99", "N0009001", "taro.cs")]
    [InlineData("?q=C-900001&tenant=control", "N0009001", "taro.cs")]
    public async Task ADMIN_1_TheListIsNarrowedByTenantAndText(string query, string shown, string hidden)
    {
        await AddLockedAsync(Control, "N0009001");
        await AddLockedAsync(Security, "taro.cs");

        var page = await (await AgentAsync()).GetAsync("/admin/lockouts" + query);

        var rows = string.Join(' ', page.ShouldBeOk().Texts("tbody tr"));
        rows.ShouldContain(shown);
        rows.ShouldNotContain(hidden);
    }

    [Theory]
    [InlineData("%25")]
    [InlineData("_")]
    [InlineData("'%3B--")]
    [InlineData("%5B")]
    public async Task IV_13_SignsOfThePatternLanguageFindNothing(string text)
    {
        await AddLockedAsync(Control, "N0009001");
        (await (await AgentAsync()).GetAsync("/admin/lockouts?q=" + text)).ShouldBeOk().ShouldShow("該当するものはありません");
    }

    [Theory]
    [InlineData("sort=login", "N0009001", "N0009002")]
    [InlineData("sort=-login", "N0009002", "N0009001")]
    [InlineData("sort=PasswordHash", "N0009001", "N0009002")]
    public async Task IV_09_OnlyNamedOrdersAreTaken(string sort, string first, string second)
    {
        await AddLockedAsync(Control, "N0009001");
        await AddLockedAsync(Control, "N0009002",
            account => account with
            {
                With = user =>
                {
                    account.With!(user); user.SignIn!.StrangerLockedAt = App.Time.GetUtcNow()
                .AddHours(-3);
                }
            });

        var page = await (await AgentAsync()).GetAsync("/admin/lockouts?" + sort);

        page.Texts("tbody th .p-id").ShouldBe([first, second]);
    }

    [Theory]
    [InlineData("page=-1")]
    [InlineData("page=0")]
    [InlineData("page=x")]
    public async Task IV_09_APageThatIsNoneIsTheFirst(string query)
    {
        await AddLockedAsync(Control, "N0009001");
        (await (await AgentAsync()).GetAsync("/admin/lockouts?" + query)).ShouldBeOk().ShouldShow("N0009001");
    }

    [Fact]
    public async Task IV_09_APageBeyondTheEndLeadsToTheFirst()
    {
        await AddLockedAsync(Control, "N0009001");
        (await (await AgentAsync()).GetAsync("/admin/lockouts?tenant=control&page=999999"))
            .ShouldRedirectTo("/admin/lockouts?tenant=control");
    }

    [Fact]
    public async Task ADMIN_1_MoreThanAPageIsPaged()
    {
        for (var i = 0; i < 21; i++)
        {
            await AddLockedAsync(Control, $"N00091{i:00}");
        }

        var page = await (await AgentAsync()).GetAsync("/admin/lockouts?sort=login");
        page.Texts("tbody th").Count.ShouldBe(20);
        var second = await page.ClickAsync("次へ");
        second.Texts("tbody th .p-id").ShouldBe(["N0009120"]);
    }

    [Fact]
    public async Task ADMIN_11_EN_12_AgentsSeeTheirTenantsAlone()
    {
        await AddLockedAsync(Rental, "R900001", account => account with { Email = "a@rental.example.jp" });
        var agent = await AgentAsync();

        (await agent.GetAsync("/admin/lockouts")).ShouldShow("ロックアウト中の利用者はいません").ShouldNotShow("レンタル会員");
        var foreign = await agent.GetAsync("/admin/lockouts?tenant=rental");
        var unknown = await agent.GetAsync("/admin/lockouts?tenant=nowhere");
        foreign.ShouldBeNotFound();
        Visible(foreign).ShouldBe(Visible(unknown));
        (await EventsAsync("foreign-id-requested")).Select(recorded => (recorded.Tenant, recorded.Event.SubjectName))
            .ShouldBe([("admin", "rental")]);
    }

    [Fact]
    public async Task ADMIN_11_SystemAdministratorsSeeLockedStaffAndOthersDoNot()
    {
        await AddLockedAsync(Staff, "locked@portal.test",
            account => account with { Contract = null, Role = AccountRole.Agent, Email = "locked@portal.test" });

        (await (await SystemAdministratorAsync()).GetAsync("/admin/lockouts")).ShouldShow("locked@portal.test");
        (await (await AdministratorAsync()).GetAsync("/admin/lockouts")).ShouldNotShow("locked@portal.test");
    }

    [Fact]
    public async Task ADMIN_1_StrangersAreLedToTheStaffsSignIn()
    {
        var answer = await App.CreateBrowser().GetAsync("/admin/lockouts");
        answer.Status.ShouldBe(HttpStatusCode.Found);
        answer.Location.ShouldBe("/admin/login?returnUrl=%2Fadmin%2Flockouts");
    }

    // A page names its reference and carries a token; everything else must be alike.
    private static string Visible(PortalPage page) =>
        Regex.Replace(page.Text, "[0-9a-f]{32}", "") + page.Status;

    [Theory]
    [InlineData("Disowned", 0, "本人から「心当たりのないログイン」の連絡", "「心当たりのないログイン」の連絡があったため、ログインできません")]
    [InlineData("Disowned", 2, "本人から「心当たりのないログイン」の連絡", "「心当たりのないログイン」の連絡があったため、ログインできません")]
    [InlineData("Codes", 0, "確認コードの誤り", "確認コードを何度も誤ったため、ログインできません")]
    public async Task ADMIN_1_LOCK_9_ALockThatNoFailuresMade_NamesItsTrueReason(string reason, int failures, string listed, string told)
    {
        var id = await AddLockedAsync(Security, "taro.cs",
            account => account with
            {
                With = user => user.SignIn = new SignInState
                {
                    UserId = user.Id,
                    StrangerLockedAt = App.Time.GetUtcNow().AddHours(-1),
                    KnownLockedAt = App.Time.GetUtcNow().AddHours(-1),
                    StrangerFailures = failures,
                },
            });
        await App.InTenantAsync(Security, services =>
        {
            services.GetRequiredService<AuditLog>().Record(AuditKinds.Locked, new AuditSubject(id, "taro.cs", null), reason);
            return Task.CompletedTask;
        });
        var agent = await AgentAsync();

        (await agent.GetAsync("/admin/lockouts")).ShouldBeOk().ShouldShow(listed).ShouldNotShow("回の失敗");
        (await agent.GetAsync("/admin")).ShouldBeOk().ShouldShow(listed).ShouldNotShow("回の失敗");
        (await agent.GetAsync(PathOf(Security, id))).ShouldBeOk().ShouldShow(told).ShouldNotShow("回誤ったため");
        var file = await (await agent.GetAsync("/admin/lockouts")).Form("form[action$=export]").SubmitAsync();
        file.ShouldBeOk().Body.ShouldContain(listed);
    }

    [Fact]
    public async Task ADMIN_1_WhereSeveralShareAnId_TheirAddressesTellThemApart()
    {
        var ids = new List<Guid>();
        foreach (var address in new[] { "taro@rental.example.jp", "hanako@rental.example.jp" })
        {
            ids.Add(await AddLockedAsync(Rental, "R900001", account => account with { Email = address }));
        }

        var staff = await SystemAdministratorAsync();

        (await staff.GetAsync("/admin/lockouts")).ShouldBeOk().ShouldShow("R900001 taro@rental.example.jp")
            .ShouldShow("R900001 hanako@rental.example.jp");
        var asked = string.Join('&', ids.Select(id => "ids=" + Key(Rental, id)));
        (await staff.GetAsync("/admin/lockouts/release?" + asked)).ShouldBeOk().Texts("tbody th").ShouldBe(
            ["R900001 taro@rental.example.jp", "R900001 hanako@rental.example.jp"], ignoreOrder: true);
    }
}
