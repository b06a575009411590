using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Portal.TestKit.Accounts;
using Portal.TestKit.Mail;
using Portal.TestKit.Web;
using Portal.Web.Mail;
using Portal.Web.Tests.Mail;

namespace Portal.Web.Tests.Features.Dev;

public sealed class MailboxTests
{
    private static readonly Dictionary<string, string?> Demonstration = new() { ["Portal:Demo"] = "true" };

    [Theory]
    [InlineData("/dev/mailbox")]
    [InlineData("/dev/mailbox.json")]
    public async Task OutsideDemonstrationMode_ThereIsNone(string path)
    {
        await using var app = await PortalApp.CreateAsync();

        (await app.CreateBrowser().GetAsync(path)).ShouldBeNotFound();
    }

    [Fact]
    public async Task Mails_AreListedNewestFirst_AndOpened()
    {
        await using var app = await PortalApp.CreateAsync(Demonstration);
        await SendAsync(app, "古い<b>", "new@example.jp");
        app.Time.Advance(TimeSpan.FromMinutes(1));
        await SendAsync(app, "新しい", "new@example.jp");
        var browser = app.CreateBrowser();

        var list = (await browser.GetAsync("/dev/mailbox")).ShouldBeOk();
        list.Texts("tbody th").ShouldBe(["件名 新しい｜試験ポータル", "件名 古い<b>｜試験ポータル"]);
        var mail = (await list.ClickAsync("件名 古い<b>｜試験ポータル")).ShouldBeOk();
        mail.ShouldShow("名前: 古い<b>");
        var html = (await mail.ClickAsync("HTMLで表示")).ShouldBeOk();

        html.Headers["Content-Security-Policy"].ShouldBe("default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action "
            + "'none'; frame-ancestors 'none'; sandbox");
        html.ShouldShow("古い<b>");
    }

    [Fact]
    public async Task Json_IsForPrograms_NewestFirst_AndOfOnePerson()
    {
        await using var app = await PortalApp.CreateAsync(Demonstration);
        await SendAsync(app, "一", "a@example.jp");
        app.Time.Advance(TimeSpan.FromMinutes(1));
        await SendAsync(app, "二", "a@example.jp");
        await SendAsync(app, "三", "b@example.jp");

        var json =
            JsonDocument.Parse((await app.CreateBrowser().GetAsync("/dev/mailbox.json?to=a@example.jp")).ShouldBeOk().Content).RootElement;

        json.EnumerateArray().Select(mail => mail.GetProperty("subject").GetString()).ShouldBe(["件名 二｜試験ポータル", "件名 一｜試験ポータル"]);
        json[0].GetProperty("to").GetString().ShouldBe("a@example.jp");
        json[0].GetProperty("text").GetString()!.ShouldContain("名前: 二");
        json[0].GetProperty("html").GetString()!.ShouldStartWith("<!DOCTYPE html>");
        json[0].GetProperty("sentAt").GetDateTimeOffset().ShouldBe(app.Time.GetUtcNow());
    }

    [Fact]
    public async Task WithAMailServer_TheMailboxSaysThatMailIsSentThere()
    {
        await using var app =
            await PortalApp.CreateAsync(new Dictionary<string, string?>(Demonstration) { ["Portal:Mail:Smtp:Host"] = "mail.example.jp" });

        (await app.CreateBrowser().GetAsync("/dev/mailbox")).ShouldBeOk().ShouldShow("mail.example.jp:587");
    }

    private static async Task SendAsync(PortalApp app, string says, string to)
    {
        var tenant = await app.WithServicesAsync(async services => (await services.GetRequiredService<Web.Tenancy.TenantCatalog>()
            .FindBySlugAsync(MailTenant.Slug))?.Id) ?? await MailTenant.AddAsync(app);
        await app.InTenantAsync(MailTenant.Slug, services =>
            services.GetRequiredService<MailQueue>()
                .EnqueueAsync(new SampleMail(says), new MailRecipient(tenant, to), Guid.CreateVersion7().ToString()));
        await app.SendMailAsync();
    }
}
