using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Browser.Tests.Checks;
using Portal.Rules.Approvals;
using Portal.Rules.Delegation;
using Portal.TestKit.Accounts;
using Portal.Web.Data;
using Portal.Web.Tenancy.Profiles;
using Shouldly;
using Xunit;

namespace Portal.Browser.Tests.Journeys.Staff;

/// <summary>A high-risk act waits for a second person, and the first cannot approve it (ADMIN-11).</summary>
public sealed class ApprovalStoryTests(Chromium chromium)
{
    private const string First = "agent@portal.example.jp";
    private const string Second = "tenantadmin@portal.example.jp";

    [Theory]
    [InlineData(true, 1280)]
    [InlineData(false, 375)]
    public async Task ADMIN_11_OnePersonAsks_AnotherApproves(bool script, int width)
    {
        await using var site = new Site();
        await site.InitializeAsync();
        await site.App.ChangeProfileAsync("security", profile => profile with
        {
            Approval = new ApprovalProfile([ApprovableActs.RemoveManagerFactor]),
        });
        var look = new Look("ja", Width: width, Script: script);
        var manager = await ManagerAsync(site);
        await using var first = await chromium.OpenAsync(site.Address, look);
        await first.SignInAsStaffAsync(site, First);
        await first.GoAsync($"/admin/users/security/{manager}/mfa-reset");
        (await first.Page.InnerTextAsync("main")).ShouldContain("ほかの人の承認が必要です");
        (await first.FindTroubleAsync()).ShouldBeEmpty();
        await first.Page.FillAsync("main textarea", "端末を紛失したため");
        await first.FollowAsync("main button[type=submit]");
        (await first.Page.InnerTextAsync("body")).ShouldContain("まだ実行していません");

        await first.GoAsync("/admin/approvals?view=mine");
        await first.FollowAsync("main tbody th a");
        (await first.Page.InnerTextAsync("main")).ShouldContain("自分の依頼は自分では承認できません");
        (await first.Page.Locator("main a[href$='/approve']").CountAsync()).ShouldBe(0);
        (await first.FindTroubleAsync()).ShouldBeEmpty();
        var request = first.PathOf();

        await using var second = await chromium.OpenAsync(site.Address, look with { Dark = true });
        await second.SignInAsStaffAsync(site, Second);
        await second.GoAsync("/admin/approvals");
        (await second.FindTroubleAsync()).ShouldBeEmpty();
        await second.FollowAsync($"main a[href='{request}']");
        await second.FollowAsync("main a[href$='/approve']");
        await second.Page.FillAsync("main textarea", "本人に電話で確認しました");
        await second.FollowAsync("main button[type=submit]");

        (await second.Page.InnerTextAsync("main")).ShouldContain("承認して実行");
        (await second.FindTroubleAsync()).ShouldBeEmpty();
    }

    /// <summary>A manager of `security` who has asked for a second factor.</summary>
    private static async Task<Guid> ManagerAsync(Site site)
    {
        var id = Guid.Empty;
        await site.App.InTenantAsync("security", async services =>
        {
            var manager = await services.GetRequiredService<PortalDbContext>().Users.OrderBy(row => row.Id)
                .FirstAsync(row => row.Role == AccountRole.Manager);
            (manager.WantsSecondFactor, id) = (true, manager.Id);
        });
        return id;
    }
}
