using System.Diagnostics;
using Portal.Browser.Tests.Checks;
using Portal.Rules.SecondFactors;
using Portal.Web.Data.Seed;
using Portal.Web.Domain.Accounts.Factors;
using Shouldly;
using Xunit;

namespace Portal.Browser.Tests.Journeys;

/// <summary>
/// A security customer sets an authenticator app up by the picture
/// on the screen, and then gets in by each method in turn.
/// </summary>
public sealed class SecondFactorStoryTests(Chromium chromium)
{
    private const string Id = "jiro.suzuki@example.net.cs";
    private const string Address = "jiro.suzuki@example.net";
    private const string Zbar = "/usr/bin/zbarimg";
    private bool scripted;

    [Theory]
    [InlineData("ja", true)]
    [InlineData("en", false)]
    public async Task MFA_1_MFA_3_A11Y_1_FromThePictureToEachMethodOfSigningIn(string language, bool script)
    {
        Assert.SkipUnless(File.Exists(Zbar), "zbarimg is not installed here: nothing reads the picture.");
        scripted = script;
        await using var site = new Site();
        await site.InitializeAsync();
        await using var window = await chromium.OpenAsync(site.Address, new Look(language) { Script = script });

        await PasswordAsync(window);
        window.PathOf().ShouldBe("/t/security/login/email-code");
        await EnterAsync(window, await site.NewestMailAsync(Address, Journey.SixDigits()));
        window.PathOf().ShouldBe("/t/security/home");

        var secret = await SetUpAsync(window, site);
        window.PathOf().ShouldBe("/t/security/account/recovery-codes");
        await LookAsync(window);
        var codes = await window.Page.Locator("main .p-codes code").AllInnerTextsAsync();
        codes.Count.ShouldBe(10);
        await window.Page.CheckAsync("main [name=Saved]");
        await window.FollowAsync("main form[action$='/saved'] button");
        window.PathOf().ShouldBe("/t/security/account/security");
        await LookAsync(window);

        await SignOutAsync(window);
        await PasswordAsync(window);
        window.PathOf().ShouldBe("/t/security/login/totp");
        await LookAsync(window);
        site.App.Time.Advance(TimeSpan.FromSeconds(Totp.StepSeconds));
        await EnterAsync(window, Code(site, secret));
        window.PathOf().ShouldBe("/t/security/home");

        await SignOutAsync(window);
        await PasswordAsync(window);
        await ChooseAsync(window, FactorMethod.EmailCode);
        await EnterAsync(window, await site.NewestMailAsync(Address, Journey.SixDigits()));
        window.PathOf().ShouldBe("/t/security/home");

        await SignOutAsync(window);
        await PasswordAsync(window);
        await ChooseAsync(window, FactorMethod.RecoveryCode);
        await LookAsync(window);
        await window.Page.FillAsync("main [name=Code]", codes[0]);
        await window.PressAsync();
        window.PathOf().ShouldBe("/t/security/home");
    }

    /// <summary>Through the three steps, with the secret that the picture says.</summary>
    private async Task<byte[]> SetUpAsync(Window window, Site site)
    {
        await window.GoAsync("/t/security/account/mfa/totp/new");
        await LookAsync(window);
        await window.PressAsync();
        await LookAsync(window);
        var said = await ReadAsync(await window.Page.Locator("main .p-qr").ScreenshotAsync());
        said.ShouldStartWith("otpauth://totp/");
        said.ShouldContain(Uri.EscapeDataString(Id));
        var secret = SecretText.Read(said.Split("secret=")[1].Split('&')[0]);

        await window.Page.FillAsync("main [name=Name]", "phone");
        await window.PressAsync();
        await LookAsync(window);
        await EnterAsync(window, Code(site, secret));
        return secret;
    }

    /// <summary>As a phone's camera would.</summary>
    private static async Task<string> ReadAsync(byte[] picture)
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".png");
        await File.WriteAllBytesAsync(file, picture);
        try
        {
            using var process = Process.Start(new ProcessStartInfo(Zbar, ["--quiet", "--raw", file]) { RedirectStandardOutput = true })!;
            return (await process.StandardOutput.ReadToEndAsync()).Trim();
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string Code(Site site, byte[] secret) => TotpCodes.At(secret, site.App.Time.GetUtcNow());

    private static Task PasswordAsync(Window window) => window.SignInAsync("/t/security", Id, DemoAccounts.SecurityPassword);

    private static async Task EnterAsync(Window window, string code)
    {
        await window.Page.FillAsync("main [autocomplete=one-time-code]", code);
        await window.PressAsync();
    }

    private async Task ChooseAsync(Window window, FactorMethod method)
    {
        await window.FollowAsync("main a[href$='/login/method']");
        await LookAsync(window);
        await window.Page.CheckAsync($"main [name=Method][value={method}]");
        await window.FollowAsync("main form[action$='/login/method'] button");
    }

    /// <summary>The checks are scripts themselves: without scripts the story alone is told.</summary>
    private async Task LookAsync(Window window)
    {
        if (scripted)
        {
            (await window.FindTroubleAsync()).ShouldBeEmpty();
        }
    }

    private static async Task SignOutAsync(Window window)
    {
        await window.Page.ClickAsync("header details summary");
        await window.FollowAsync("header form[action$='/logout'] button");
        window.PathOf().ShouldBe("/t/security/signed-out");
    }
}
