using System.Text.RegularExpressions;
using Portal.Browser.Tests.Checks;
using Portal.TestKit.Files;
using Shouldly;
using Xunit;

namespace Portal.Browser.Tests.Journeys.Staff;

/// <summary>
/// The desk opens a contract, and its first user signs in with what the letter says, with and without scripts
/// (ADMIN-4).
/// </summary>
public sealed partial class ContractStoryTests(Chromium chromium)
{
    private const string Number = "C-100077";
    private const string Id = "N0007701";

    [Theory]
    [InlineData(true, 1280)]
    [InlineData(false, 375)]
    public async Task ADMIN_4_Opened_TheLetterAsPdf_AndItsFirstUserMustChangeThePassword(bool script, int width)
    {
        await using var site = await StartAsync();
        await using var desk = await chromium.OpenAsync(site.Address, new Look("ja", Width: width, Script: script));
        await desk.SignInAsStaffAsync(site, "tenantadmin@portal.example.jp");

        await desk.GoAsync("/admin/contracts");
        (await desk.FindTroubleAsync()).ShouldBeEmpty();
        await desk.FollowAsync("main a[href$='/contracts/control/new']");
        (await desk.FindTroubleAsync()).ShouldBeEmpty();
        await FillAsync(desk);
        await desk.FollowAsync("main button[value=check]");
        (await desk.FindTroubleAsync()).ShouldBeEmpty();
        await desk.FollowAsync("main button[value=save]");
        (await desk.FindTroubleAsync()).ShouldBeEmpty();
        var file = await desk.Page.GetAttributeAsync("main a[download]", "href");
        var text = await PdfText.ReadAsync(Convert.FromBase64String(file!.Split(',')[1]));
        Assert.SkipWhen(text is null, "pdftotext is not installed: install poppler-utils.");
        text.ShouldContain(Id);
        text.ShouldContain("/t/control/login");

        await using var customer = await chromium.OpenAsync(site.Address, new Look("ja", Width: width, Script: script));
        await customer.SignInAsync("/t/control", Id, PasswordOf(text));
        customer.PathOf().ShouldBe("/t/control/password/required");
        await customer.SetPasswordAsync("Brandnew2468x");
        await customer.GoAsync("/t/control/home");
        (await customer.FindTroubleAsync()).ShouldBeEmpty();
    }

    private static async Task<Site> StartAsync()
    {
        var site = new Site();
        await site.InitializeAsync();
        return site;
    }

    private static async Task FillAsync(Window desk)
    {
        await desk.Page.FillAsync("main [name=Number]", Number);
        await desk.Page.FillAsync("main [name=HolderName]", "みほん通信株式会社");
        await desk.Page.FillAsync("main [name=FamilyName]", "見本");
        await desk.Page.FillAsync("main [name=LoginId]", Id);
    }

    private static string PasswordOf(string letter) => PasswordLine().Match(letter).Groups[1].Value;

    [GeneratedRegex("仮パスワード\\s+([A-Za-z0-9]{8,20})\\s*$", RegexOptions.Multiline)]
    private static partial Regex PasswordLine();
}
