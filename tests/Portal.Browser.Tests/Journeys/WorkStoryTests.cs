using Portal.Browser.Tests.Checks;
using Portal.Web.Data.Seed;
using Shouldly;
using Xunit;

namespace Portal.Browser.Tests.Journeys;

/// <summary>
/// A customer, with scripts and without, and the desk: from the catalogue to the case (WORK-1 to WORK-3).
/// </summary>
public sealed class WorkStoryTests(Chromium chromium)
{
    private const string Security = "/t/security";

    [Theory]
    [InlineData(true, 390)]
    [InlineData(false, 1280)]
    public async Task WORK_3_Found_FilledInRowByRow_Sent_Accepted_AndTheItemLookedAt(bool script, int width)
    {
        await using var site = await StartAsync();
        await using var customer = await chromium.OpenAsync(site.Address, new Look("ja", Width: width, Script: script));
        await customer.SignInAsync(Security, "taro.yamada@example.jp.cs", DemoAccounts.SecurityPassword);
        await customer.EnterMailedCodeAsync(site, "taro.yamada@example.jp");
        await using var desk = await chromium.OpenAsync(site.Address, new Look("ja", Width: width));
        await desk.SignInAsStaffAsync(site, "tenantadmin@portal.example.jp");

        await customer.GoAsync(Security + "/catalog");
        (await customer.FindTroubleAsync()).ShouldBeEmpty();
        await customer.FollowAsync("main a:has-text('アラートの解除')");
        (await customer.FindTroubleAsync()).ShouldBeEmpty();
        await customer.Page.FillAsync("main input[name='Values[alerts-0-number]']", "AL-30001");
        await customer.FollowAsync("main button[value='add.alerts']");
        await customer.Page.FillAsync("main input[name='Values[alerts-1-number]']", "AL-30002");
        (await customer.FindTroubleAsync()).ShouldBeEmpty();
        await customer.FollowAsync("main .p-actions button[value=check]");
        (await customer.FindTroubleAsync()).ShouldBeEmpty();
        await customer.FollowAsync("main button[value=save]");
        (await customer.Page.InnerTextAsync("main")).ShouldContain("を受け付けました");
        (await customer.FindTroubleAsync()).ShouldBeEmpty();
        var path = customer.PathOf();
        await customer.GoAsync(path + "/withdraw");
        (await customer.FindTroubleAsync()).ShouldBeEmpty();
        await customer.GoAsync(Security + "/requests");
        (await customer.FindTroubleAsync()).ShouldBeEmpty();

        await AcceptAsync(desk, path);
        await customer.GoAsync(path);
        (await customer.FindTroubleAsync()).ShouldBeEmpty();
        await customer.FollowAsync("main a:has-text('作業の状況を確認')");
        (await customer.Page.InnerTextAsync("main")).ShouldContain("AL-30002");
        await LookAtItemsAsync(desk);
    }

    private static async Task AcceptAsync(Window desk, string path)
    {
        await desk.GoAsync("/admin/requests");
        (await desk.FindTroubleAsync()).ShouldBeEmpty();
        var page = "/admin/requests/security/" + path.Split('/')[^1];
        await desk.GoAsync(page + "/decline");
        (await desk.FindTroubleAsync()).ShouldBeEmpty();
        await desk.GoAsync(page + "/accept");
        await desk.PressAsync();
        (await desk.Page.InnerTextAsync("main")).ShouldContain("受理");
        (await desk.FindTroubleAsync()).ShouldBeEmpty();
    }

    private static async Task LookAtItemsAsync(Window desk)
    {
        await desk.GoAsync("/admin/catalog");
        (await desk.FindTroubleAsync()).ShouldBeEmpty();
        await desk.FollowAsync("main a:has-text('利用者の追加・削除')");
        (await desk.FindTroubleAsync()).ShouldBeEmpty();
        await desk.FollowAsync("main a:has-text('変更')");
        (await desk.FindTroubleAsync()).ShouldBeEmpty();
        await desk.FollowAsync("main .p-actions button[value=check]");
        (await desk.FindTroubleAsync()).ShouldBeEmpty();
    }

    private static async Task<Site> StartAsync()
    {
        var site = new Site();
        await site.InitializeAsync();
        return site;
    }
}
