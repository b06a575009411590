using Portal.Browser.Tests.Checks;
using Shouldly;
using Xunit;

namespace Portal.Browser.Tests.Journeys;

/// <summary>The staff changes a password policy, sees whom it concerns, applies it and goes back (ADMIN-3).</summary>
public sealed class PolicyStoryTests(Chromium chromium)
{
    private const string Policies = "/admin/policies";

    [Theory]
    [InlineData(true, 390)]
    [InlineData(false, 1280)]
    public async Task ADMIN_3_Changed_Previewed_Applied_AndBack(bool script, int width)
    {
        await using var site = new Site();
        await site.InitializeAsync();
        await using var staff = await chromium.OpenAsync(site.Address, new Look("ja", Width: width, Script: script));
        await staff.SignInAsStaffAsync(site, "tenantadmin@portal.example.jp");

        await staff.GoAsync(Policies);
        (await staff.FindTroubleAsync()).ShouldBeEmpty();
        await staff.GoAsync(Policies + "/security");
        (await staff.FindTroubleAsync()).ShouldBeEmpty();
        await staff.FollowAsync("main a[href$='/security/password']");
        (await staff.FindTroubleAsync()).ShouldBeEmpty();
        await staff.Page.FillAsync("main input[name='Values[maximumAgeDays]']", "1");
        await staff.Page.FillAsync("main input[name='Values[warningDays]']", "0");
        await staff.Page.FillAsync("main textarea[name=Reason]", "監査の指摘");
        await staff.FollowAsync("main button[value=check]");
        (await staff.Page.InnerTextAsync("main")).ShouldContain("次のログインでパスワードの変更が必要になります");
        (await staff.FindTroubleAsync()).ShouldBeEmpty();
        await staff.FollowAsync("main button[value=save]");
        (await staff.Page.InnerTextAsync(".p-flash")).ShouldContain("設定を適用しました（第2版）");

        await staff.GoAsync(Policies + "/security/versions");
        (await staff.FindTroubleAsync()).ShouldBeEmpty();
        await staff.FollowAsync("main a[href$='/versions/1']");
        (await staff.FindTroubleAsync()).ShouldBeEmpty();
        await staff.FollowAsync("main a[href$='/revert']");
        (await staff.FindTroubleAsync()).ShouldBeEmpty();
        await staff.Page.FillAsync("main textarea[name=Reason]", "元に戻す");
        await staff.FollowAsync("main .p-actions button");
        (await staff.Page.InnerTextAsync(".p-flash")).ShouldContain("第1版の内容に戻しました（第3版）");
    }
}
