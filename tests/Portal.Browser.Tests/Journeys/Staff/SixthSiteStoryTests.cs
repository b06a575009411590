using Microsoft.Playwright;
using Portal.Browser.Tests.Checks;
using QRCoder;
using Shouldly;
using Xunit;

namespace Portal.Browser.Tests.Journeys.Staff;

/// <summary>
/// A site is made in the browser alone, with a look and a policy of its own; its first contract is opened and its first
/// user signs in with what the letter says (ADMIN-10, ADMIN-4).
/// </summary>
public sealed class SixthSiteStoryTests(Chromium chromium)
{
    private const string Made = "/admin/tenants/mihon";
    private const string Portal = "/t/mihon";
    private const string Number = "R700001";
    private const string Email = "first@mihon.example.jp";
    private const string Password = "Brandnew24.x";

    [Theory]
    [InlineData(true, 1280)]
    [InlineData(false, 390)]
    public async Task ADMIN_10_ADMIN_4_MadeOfACopy_ItsFirstUserSignsInWithWhatTheLetterSays(bool script, int width)
    {
        await using var site = new Site();
        await site.InitializeAsync();
        await using var staff = await chromium.OpenAsync(site.Address, new Look("ja", Width: width, Script: script));
        await staff.SignInAsStaffAsync(site, "admin@portal.example.jp");

        await MakeAsync(staff);
        await SetLogoAsync(staff);
        await SetPolicyAsync(staff);
        var (address, id) = await OpenContractAsync(staff);

        await using var customer = await chromium.OpenAsync(site.Address, new Look("ja", Width: width, Script: script));
        await customer.FollowMailAsync(site, Email, Portal + "/invite/");
        (await customer.FindTroubleAsync()).ShouldBeEmpty();
        await customer.SetPasswordAsync("Brand24.x");
        (await customer.Page.InnerTextAsync("main")).ShouldContain("10文字");
        await customer.SetPasswordAsync(Password);
        await customer.GoAsync(new Uri(address).PathAndQuery);
        (await customer.Page.EvaluateAsync<bool>("() => document.querySelector('.p-header .p-logo').naturalWidth > 0")).ShouldBeTrue();
        await customer.Page.FillAsync("main [autocomplete~=username]", id);
        await customer.Page.FillAsync("main [autocomplete=email]", Email);
        await customer.Page.FillAsync("main [autocomplete=current-password]", Password);
        await customer.PressAsync();
        customer.PathOf().ShouldBe(Portal + "/home");
        (await customer.FindTroubleAsync()).ShouldBeEmpty();
    }

    private static async Task MakeAsync(Window staff)
    {
        await staff.GoAsync("/admin/tenants");
        await staff.FollowAsync("main a[href*='/new-tenant']");
        (await staff.FindTroubleAsync()).ShouldBeEmpty();
        await staff.Page.SelectOptionAsync("main [name=From]", "rental");
        foreach (var (field, text) in new[]
        {
            ("Slug", "mihon"), ("NameJa", "みほん商会ご注文サイト"), ("NameEn", "Mihon Orders"), ("PurposeJa", "みほん商会の会員が注文するサイトです。"),
            ("SenderJa", "みほん商会"), ("SenderAddress", "no-reply@mihon.example.jp"), ("Color", "#0B5D3B"), ("Reason", "新しい会社"),
        })
        {
            await staff.Page.FillAsync($"main [name={field}]", text);
        }

        await staff.Page.SelectOptionAsync("main [name=Mark]", "home");
        await staff.FollowAsync("main form button[data-kind=primary]");
        staff.PathOf().ShouldBe(Made);
        (await staff.Page.InnerTextAsync("main")).ShouldContain("みほん商会ご注文サイト");
        (await staff.FindTroubleAsync()).ShouldBeEmpty();
    }

    private static async Task SetLogoAsync(Window staff)
    {
        await staff.FollowAsync("main a[href$='/logo']");
        (await staff.FindTroubleAsync()).ShouldBeEmpty();
        using var codes = new QRCodeGenerator();
        using var code = codes.CreateQrCode("mihon", QRCodeGenerator.ECCLevel.L);
        using var picture = new PngByteQRCode(code);
        await staff.Page.SetInputFilesAsync("main [type=file]",
            new FilePayload { Name = "logo.png", MimeType = "image/png", Buffer = picture.GetGraphic(8) });
        await staff.Page.FillAsync("main [name=Reason]", "会社のロゴ");
        await staff.FollowAsync("main form button[data-kind=primary]");
        (await staff.Page.EvaluateAsync<bool>("() => document.querySelector('main .p-logo').naturalWidth > 0")).ShouldBeTrue();
        (await staff.FindTroubleAsync()).ShouldBeEmpty();
    }

    private static async Task SetPolicyAsync(Window staff)
    {
        await staff.GoAsync("/admin/policies/mihon/password");
        await staff.Page.FillAsync("main input[name='Values[minimumLength]']", "10");
        await staff.Page.FillAsync("main textarea[name=Reason]", "新しい会社の規程");
        await staff.FollowAsync("main button[value=check]");
        (await staff.FindTroubleAsync()).ShouldBeEmpty();
        await staff.FollowAsync("main button[value=save]");
        (await staff.Page.InnerTextAsync(".p-flash")).ShouldContain("設定を適用しました");
    }

    /// <returns>The address and the login ID that the letter names.</returns>
    private static async Task<(string Address, string Id)> OpenContractAsync(Window staff)
    {
        await staff.GoAsync("/admin/contracts/mihon/new");
        foreach (var (field, text) in new[]
        {
            ("Number", Number), ("Service", "レンタル会員"), ("HolderName", "みほん物産株式会社"), ("FamilyName", "見本"),
            ("GivenName", "花子"), ("Email", Email),
        })
        {
            await staff.Page.FillAsync($"main [name={field}]", text);
        }

        (await staff.FindTroubleAsync()).ShouldBeEmpty();
        await staff.FollowAsync("main button[value=check]");
        (await staff.FindTroubleAsync()).ShouldBeEmpty();
        await staff.FollowAsync("main button[value=save]");
        (await staff.FindTroubleAsync()).ShouldBeEmpty();
        var facts = await staff.Page.Locator(".p-slip__facts dd").AllInnerTextsAsync();
        facts[0].ShouldEndWith(Portal + "/login");
        return (facts[0], facts.First(fact => fact.StartsWith('R')));
    }
}
