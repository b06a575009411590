using MailKit.Security;
using Microsoft.Extensions.Options;
using Portal.TestKit.Web;
using Portal.Web.Mail.Smtp;

namespace Portal.Web.Tests.Mail;

public sealed class MailOptionsTests
{
    [Theory]
    [InlineData("Portal:Mail:Smtp:Host", "", "Portal:Mail:Smtp:Host")]
    [InlineData("Portal:Mail:Smtp:Port", "0", "Portal:Mail:Smtp:Port")]
    [InlineData("Portal:Mail:Smtp:TimeoutSeconds", "60", "Portal:Mail:Smtp:TimeoutSeconds")]
    [InlineData("Portal:Mail:Smtp:BounceAddress", "two@example.jp,three@example.jp", "Portal:Mail:Smtp:BounceAddress")]
    [InlineData("Portal:Mail:Smtp:BounceAddress", "bounces-of-the-portal+{tag}@example.jp", "at most 64 signs")]
    [InlineData("Portal:Mail:Smtp:BounceAddress", "{tag}{tag}@example.jp", "at most 64 signs")]
    [InlineData("Portal:Mail:Smtp:User", "portal", "Portal:Mail:Smtp:Password")]
    [InlineData("Portal:BaseUrl", "http://portal.example.jp", "Portal:BaseUrl")]
    public async Task FP_08_ASettingThatWouldLoseMail_StopsTheStart_AndIsNamed(string setting, string value, string named)
    {
        await using var app = await PortalApp.CreateAsync(new Dictionary<string, string?> { [setting] = value });

        Should.Throw<OptionsValidationException>(() => app.Services).Message.ShouldContain(named);
    }

    [Theory]
    [InlineData(587, true, null, SecureSocketOptions.StartTls)]
    [InlineData(25, true, false, SecureSocketOptions.StartTls)]
    [InlineData(465, true, null, SecureSocketOptions.SslOnConnect)]
    [InlineData(465, false, null, SecureSocketOptions.SslOnConnect)]
    [InlineData(465, true, false, SecureSocketOptions.StartTls)]
    [InlineData(2465, true, true, SecureSocketOptions.SslOnConnect)]
    [InlineData(587, false, null, SecureSocketOptions.None)]
    public void ML_09_MailGoesInClear_OnlyWhereThatWasSaid(int port, bool startTls, bool? implicitTls, SecureSocketOptions expected) =>
        new SmtpOptions { Port = port, StartTls = startTls, ImplicitTls = implicitTls }.Encryption.ShouldBe(expected);

    [Theory]
    [InlineData("OAuth:TokenEndpoint", "http://login.example.jp/token", "OAuth:TokenEndpoint")]
    [InlineData("OAuth:TokenEndpoint", "", "OAuth:TokenEndpoint")]
    [InlineData("OAuth:ClientSecret", "", "OAuth:ClientSecret")]
    [InlineData("User", "", "User")]
    [InlineData("Password", "secret", "Password")]
    [InlineData("OAuth:Scope", "", null)]
    public async Task FP_08_HalfATokensSettings_StopTheStart_AndAreNamed(string setting, string value, string? named)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Portal:Mail:Smtp:Host"] = "mail.example.jp",
            ["Portal:Mail:Smtp:User"] = "portal@example.jp",
            ["Portal:Mail:Smtp:OAuth:TokenEndpoint"] = "https://login.example.jp/token",
            ["Portal:Mail:Smtp:OAuth:ClientId"] = "portal",
            ["Portal:Mail:Smtp:OAuth:ClientSecret"] = "secret",
        };
        settings["Portal:Mail:Smtp:" + setting] = value;
        await using var app = await PortalApp.CreateAsync(settings);

        if (named is null)
        {
            app.Services.ShouldNotBeNull();
        }
        else
        {
            Should.Throw<OptionsValidationException>(() => app.Services).Message.ShouldContain("Portal:Mail:Smtp:" + named);
        }
    }

    [Fact]
    public async Task FP_08_APasswordInClear_StopsTheStart()
    {
        await using var app = await PortalApp.CreateAsync(new Dictionary<string, string?>
        {
            ["Portal:Mail:Smtp:Host"] = "mail.example.jp",
            ["Portal:Mail:Smtp:User"] = "portal",
            ["Portal:Mail:Smtp:Password"] = "secret",
            ["Portal:Mail:Smtp:StartTls"] = "false",
        });

        Should.Throw<OptionsValidationException>(() => app.Services).Message.ShouldContain("Portal:Mail:Smtp:StartTls");
    }

    [Fact]
    public async Task DemonstrationMode_NeedsNoMailServer()
    {
        await using var app = await PortalApp.CreateAsync(new Dictionary<string, string?> { ["Portal:Demo"] = "true" });

        app.Services.ShouldNotBeNull();
    }
}
