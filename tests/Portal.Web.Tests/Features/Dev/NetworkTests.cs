using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Portal.Rules.Telephony;
using Portal.TestKit.Accounts;
using Portal.TestKit.Telephony;
using Portal.TestKit.Web;
using Portal.Web.Features.Dev.Network;

namespace Portal.Web.Tests.Features.Dev;

/// <summary>
/// The demonstration's telephone network, told by hand as the docs show it: nothing here is the application's.
/// </summary>
public sealed class NetworkTests : IAsyncLifetime
{
    private const string Network = "/dev/network";
    private const string Hooks = "/dev/network/homephone/hooks";
    private const string Number = "+81666660001";
    private const string Secret = "demo-network-secret-0001";

    private PortalApp app = null!;

    public async ValueTask InitializeAsync() =>
        app = await PortalApp.CreateAsync(new Dictionary<string, string?> { ["Portal:Demo"] = "true" },
            services => services.Replace(ServiceDescriptor.Singleton(new NetworkStand())));

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task SITE_4_OPT_3_OutsideADemonstration_ThereIsNone_AndNobodyIsTold()
    {
        await using var real = await PortalApp.CreateAsync();
        await new HomeLine("4900000001", AuthenticationUnit.Line, "0666660001").AddToAsync(real);
        var browser = real.CreateBrowser();
        (await browser.GetAsync(Network)).ShouldBeNotFound();
        await browser.SignInAsync("homephone", "0666660001", Account.UsualPassword);
        var form = (await browser.GetAsync("/t/homephone/options/0666660001/voicemail")).Form().Check("On");

        var saved = await (await form.SubmitAsync()).Form().SubmitAsync("保存");

        (await saved.FollowAsync()).ShouldShow("保存済み").ShouldNotShow("反映中");
        (await real.World.Mails.CountAsync()).ShouldBe(0);
        using var post = Post("msg_1", "forwarding", 1, real.Time.GetUtcNow());
        (await browser.SendAsync(post)).ShouldBeNotFound();
    }

    [Fact]
    public async Task OPT_3_WhatCame_IsShownByNumber_OnceAndInOrder_AndOldVersionsAreLetBe()
    {
        (await TellAsync("msg_2", "forwarding", 2)).ShouldBe(HttpStatusCode.NoContent);
        (await TellAsync("msg_2", "forwarding", 2)).ShouldBe(HttpStatusCode.NoContent);
        (await TellAsync("msg_1", "forwarding", 1)).ShouldBe(HttpStatusCode.NoContent);
        (await TellAsync("msg_3", "voicemail", 1)).ShouldBe(HttpStatusCode.NoContent);

        var page = (await app.CreateBrowser().GetAsync(Network)).ShouldBeOk();

        page.Texts("h3").Single().ShouldStartWith("06-6666-0001");
        page.Texts("tbody th").ShouldBe(["転送電話", "転送電話 古い版のため無視", "留守番電話"]);
        page.Texts("tbody td:nth-child(4)").ShouldBe(["2回", "1回", "1回"]);
    }

    [Fact]
    public async Task OPT_3_WhatIsNotSigned_OrTooOld_IsRefused()
    {
        (await TellAsync("msg_1", "forwarding", 1, secret: "another-secret-of-24-byte")).ShouldBe(HttpStatusCode.Unauthorized);
        (await TellAsync("msg_1", "forwarding", 1, age: TimeSpan.FromMinutes(6))).ShouldBe(HttpStatusCode.Unauthorized);
        var bare = new HttpRequestMessage(HttpMethod.Post, Hooks) { Content = new StringContent("{}") };
        (await app.CreateBrowser().SendAsync(bare)).ShouldBe(HttpStatusCode.Unauthorized);

        (await app.CreateBrowser().GetAsync(Network)).ShouldBeOk().ShouldShow("まだ何も届いていません").ShouldShow("署名が正しくない");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("+81666660001+81666660001+81666660001")]
    public async Task OPT_3_AMessageWithoutANumber_IsRefused_AndThePageGoesOn(string? number)
    {
        (await TellAsync("msg_1", "forwarding", 1, number: number)).ShouldBe(HttpStatusCode.Unauthorized);
        (await app.CreateBrowser().GetAsync(Network)).ShouldBeOk().ShouldShow("まだ何も届いていません");
    }

    [Fact]
    public async Task OPT_3_ItIsSwitchedToFailing_AndBack()
    {
        var browser = app.CreateBrowser();
        var page = await browser.GetAsync(Network);

        (await page.Form().Choose("Mode", "Failing").SubmitAsync()).ShouldRedirectTo(Network);
        (await TellAsync("msg_1", "forwarding", 1)).ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await page.Form().Forge("Mode", "Broken").SubmitAsync()).ShouldBeRefused().ShouldShow("電話網の状態を選択");
        (await page.Form().Choose("Mode", "Normal").SubmitAsync()).ShouldRedirectTo(Network);
        (await TellAsync("msg_1", "forwarding", 1)).ShouldBe(HttpStatusCode.NoContent);
        (await browser.GetAsync(Network)).ShouldShow("エラーを返しました").ShouldShow("受け付けました");
    }

    [Fact]
    public async Task OPT_3_WhatIsNotThereYet_IsCounted_OverAllSites()
    {
        await new HomeLine("4900000001", AuthenticationUnit.Line, "0666660001").AddToAsync(app);
        var browser = app.CreateBrowser();
        var before = await WaitingAsync();
        await browser.SignInAsync("homephone", "0666660001", Account.UsualPassword);
        var form = (await browser.GetAsync("/t/homephone/options/0666660001/voicemail")).Form().Check("On");

        await (await form.SubmitAsync()).Form().SubmitAsync("保存");

        (await WaitingAsync()).ShouldBe(before + 1, "one message more, of whichever site");
    }

    /// <summary>What the page says, beside what the demonstration's own data owes.</summary>
    private async Task<int> WaitingAsync()
    {
        var says = (await app.CreateBrowser().GetAsync(Network)).ShouldBeOk().Find("[data-part=waiting]").TextContent.Trim();
        return says.StartsWith("ありません", StringComparison.Ordinal) ? 0 : int.Parse(says.Split('件')[0], CultureInfo.InvariantCulture);
    }

    private async Task<HttpStatusCode> TellAsync(string id, string service, int version, string secret = Secret, TimeSpan age = default,
        string? number = Number)
    {
        using var post = Post(id, service, version, app.Time.GetUtcNow() - age, secret, number);
        return (await app.CreateBrowser().SendAsync(post)).Status;
    }

    private static HttpRequestMessage Post(string id, string service, int version, DateTimeOffset at, string secret = Secret,
        string? number = Number)
    {
        var body = JsonSerializer.Serialize(new
        {
            type = "provisioning.setting-saved",
            timestamp = at,
            data = new { number, service, version, settings = new { } },
        });
        var seconds = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{id}.{seconds}.{body}"));
        var post = new HttpRequestMessage(HttpMethod.Post, Hooks) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        post.Headers.Add("webhook-id", id);
        post.Headers.Add("webhook-timestamp", seconds);
        post.Headers.Add("webhook-signature", "v1," + Convert.ToBase64String(signature));
        return post;
    }
}
