using Microsoft.Playwright;
using Portal.Browser.Tests.Checks;
using Portal.Web.Data.Seed;
using Shouldly;
using Xunit;

namespace Portal.Browser.Tests.Journeys;

/// <summary>A linked manager works as several administrator IDs side by side, and for their users.</summary>
public sealed class LinkedManagerTests(Chromium chromium)
{
    private const string Office = "/t/officephone";
    private const string Manager = "manager@officephone.example.jp";

    [Fact]
    public async Task LINK_4_LINK_7_ASecondIdIsLinked_TwoAreOpenInTwoTabs_AndEachBarNamesItsOwn()
    {
        await using var site = await StartAsync();
        await using var window = await chromium.OpenAsync(site.Address, new Look("ja"));
        await SignInAsync(window, Manager);
        (await window.Page.InnerTextAsync("main")).ShouldContain("A0500001");
        (await window.FindTroubleAsync()).ShouldBeEmpty();

        await window.FollowAsync(".p-nav a:has-text('管理者IDの連携')");
        await window.FollowAsync("main a:has-text('連携の追加')");
        await window.Page.FillAsync("main [name=Identifier]", "A0500002");
        await window.Page.FillAsync("main [name=Password]", DemoAccounts.OfficePhonePassword);
        (await window.FindTroubleAsync()).ShouldBeEmpty();
        await window.PressAsync();
        (await window.Page.InnerTextAsync("main tbody tr:first-child")).ShouldContain("A0500002");

        var other = await window.Page.Context.NewPageAsync();
        await other.GotoAsync(Office + "/account/linked-ids");
        await other.ClickAsync("main tr:has-text('A0500001') button");
        await other.WaitUntilAtAsync("/home");
        await window.FollowAsync("main tr:has-text('A0500002') button");
        await window.FollowAsync(".p-nav a:has-text('利用者')");
        await other.ClickAsync(".p-nav a:has-text('利用者')");
        await other.WaitUntilAtAsync("/operators");

        (await window.Page.InnerTextAsync(".p-acting")).ShouldContain("A0500002");
        (await window.Page.InnerTextAsync("main")).ShouldContain("05022220001");
        (await window.FindTroubleAsync()).ShouldBeEmpty();
        (await other.InnerTextAsync(".p-acting")).ShouldContain("A0500001");
        (await other.InnerTextAsync("main")).ShouldContain("05011110001");

        await window.FollowAsync(".p-acting button");
        window.PathOf().ShouldBe(Office + "/account/linked-ids");
        await other.ReloadAsync();
        (await other.InnerTextAsync(".p-acting")).ShouldContain("A0500001");
    }

    [Fact]
    public async Task LINK_6_AUsersTab_EndsWithTheWindowThatOpenedIt()
    {
        await using var site = await StartAsync();
        await using var window = await chromium.OpenAsync(site.Address, new Look("ja"));
        await window.SignInAsync(Office, "A0500001", DemoAccounts.OfficePhonePassword);
        await window.GoAsync(Office + "/operators");

        var user = await window.Page.RunAndWaitForPopupAsync(() => window.Page.ClickAsync("main tr:has-text('05011110001') button"));
        await user.WaitUntilAtAsync("/home");
        (await user.InnerTextAsync(".p-acting")).ShouldContain("05011110001");
        await user.ClickAsync(".p-nav a:has-text('アカウント')");
        await user.WaitUntilAtAsync("/account");
        (await window.Page.Locator(".p-acting").CountAsync()).ShouldBe(0);

        var place = user.Url[..user.Url.LastIndexOf('/')];
        await window.Page.CloseAsync();

        await user.WaitUntilAtAsync(url => !url.Contains("/as/", StringComparison.Ordinal), "the end of acting");
        (await user.GotoAsync(place + "/home"))!.Status.ShouldBe(404);
    }

    [Theory]
    [InlineData("ja", false, 320)]
    [InlineData("en", true, 1280)]
    public async Task A11Y_1_ThePagesOfLinks_AreSound(string language, bool dark, int width)
    {
        await using var site = await StartAsync();
        await using var window = await chromium.OpenAsync(site.Address, new Look(language, dark, width));
        var trouble = new List<string>();
        await LookAsync("/login/email", "/register", "/register/sent");
        await SignInAsync(window, "ikou@officephone.example.jp");
        window.PathOf().ShouldBe(Office + "/consent");
        await LookAsync("/consent", "/consent/text");
        await window.GoAsync(Office + "/consent");
        await window.FollowAsync("main form[action$='/consent'] button");
        await window.Page.WaitUntilAtAsync("/home");

        await using var many = await chromium.OpenAsync(site.Address, new Look(language, dark, width));
        await SignInAsync(many, "M0500001");
        await LookAtAsync(many, ["/home", "/account/linked-ids", "/account/linked-ids/link", "/account"]);
        await many.GoAsync(Office + "/account/linked-ids");
        await many.FollowAsync("main a[href$='/unlink']");
        await FindAsync(many);
        await many.GoAsync(Office + "/account/linked-ids");
        await many.FollowAsync("main form[action$='/open'] button");
        await FindAsync(many);
        await many.GoAsync(many.PathOf().Replace("/home", "/operators", StringComparison.Ordinal));
        await FindAsync(many);
        await many.GoAsync(many.PathOf().Replace("/operators", "/account/password", StringComparison.Ordinal));
        (await many.Page.Locator(".p-acting").CountAsync()).ShouldBe(1);

        await using var owner = await chromium.OpenAsync(site.Address, new Look(language, dark, width));
        await owner.SignInAsync(Office, "A0500001", DemoAccounts.OfficePhonePassword);
        await LookAtAsync(owner, ["/account/linked-managers"]);
        await owner.FollowAsync("main a[href$='/unlink']");
        await FindAsync(owner);

        trouble.ShouldBeEmpty();

        Task LookAsync(params string[] paths) => LookAtAsync(window, paths);
        async Task LookAtAsync(Window at, string[] paths)
        {
            foreach (var path in paths)
            {
                await at.GoAsync(Office + path);
                await FindAsync(at);
            }
        }

        async Task FindAsync(Window at) => trouble.AddRange((await at.FindTroubleAsync()).Select(found => $"{at.PathOf()}: {found}"));
    }

    private static async Task SignInAsync(Window window, string id)
    {
        await window.GoAsync(Office + "/login/email");
        await window.Page.FillAsync("main [autocomplete~=username]", id);
        await window.Page.FillAsync("main [autocomplete=current-password]", DemoAccounts.OfficePhonePassword);
        await window.PressAsync();
    }

    private static async Task<Site> StartAsync()
    {
        var site = new Site();
        await site.InitializeAsync();
        return site;
    }
}
