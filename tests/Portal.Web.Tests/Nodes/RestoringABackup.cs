using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Portal.TestKit;
using Portal.TestKit.Accounts;
using Portal.TestKit.Mail;
using Portal.TestKit.Web;
using Portal.Web.Data.Entities;
using Portal.Web.Mail;
using Portal.Web.Tenancy;
using Portal.Web.Tests.Cli;
using Portal.Web.Tests.Mail;

namespace Portal.Web.Tests.Nodes;

/// <summary>The drill of docs/how-to/backup.md, with PostgreSQL's own programs.</summary>
public sealed class RestoringABackup : IAsyncLifetime
{
    private const string Home = "/t/control/home";

    private readonly string dump = Path.Combine(Path.GetTempPath(), $"portal-{Guid.NewGuid():N}.dump");
    private readonly TestSmtpServer server = new();
    private PortalApp app = null!;
    private Guid tenant;

    public async ValueTask InitializeAsync()
    {
        app = await PortalApp.CreateAsync(
            new Dictionary<string, string?>
            {
                ["Portal:Mail:Smtp:Host"] = "localhost",
                ["Portal:Mail:Smtp:Port"] = $"{server.Port}",
                ["Portal:Mail:Smtp:StartTls"] = "false",
            },
            services: _ => { },
            time: FakeTime.Running());
        tenant = await MailTenant.AddAsync(app);
        foreach (var id in new[] { "N0009001", "N0009002" })
        {
            await new Account("control", id).AddToAsync(app);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await server.DisposeAsync();
        File.Delete(dump);
    }

    [Fact]
    public async Task FD_09_REL_4_ARestoredBackup_LetsNoOldCookieIn_AndSendsNothingTwice()
    {
        var (before, after) = (app.CreateBrowser(), app.CreateBrowser());
        (await before.SignInAsync("control", "N0009001")).ShouldBeOk();
        await OweAsync("first@example.jp");
        await app.SendMailAsync();
        await OweAsync("second@example.jp", "third@example.jp");
        await app.Database.BackUpAsync(dump);

        // What the backup does not know: two mails went out, one left, one came.
        (await app.SendMailAsync()).ShouldBe(2);
        var ids = SentIds();
        var copied = before.Now();
        var token = (await before.GetAsync(Home)).ShouldBeOk().Form("form[action$='/logout']");
        (await token.SubmitAsync()).ShouldBe(HttpStatusCode.SeeOther);
        (await copied.Now().GetAsync(Home)).ShouldBe(HttpStatusCode.Found);
        (await after.SignInAsync("control", "N0009002")).ShouldBeOk();

        await app.Database.RestoreAsync(dump);
        app.Services.GetRequiredService<TenantCatalog>().Invalidate();
        (await app.CreateBrowser().GetAsync("/healthz/ready")).ShouldBeOk();
        (await copied.Now().GetAsync(Home)).ShouldBeOk(); // why the command must come before the nodes
        var run = await CommandRun.OfAsync(app, "restored", "--reason", "the disk died", "--json");
        run.Code.ShouldBe(0, run.Error);

        (await copied.GetAsync(Home)).Location.ShouldEndWith("&ended=ended-by-staff");
        (await after.GetAsync(Home)).ShouldBe(HttpStatusCode.Found);
        (await app.CreateBrowser().SignInAsync("control", "N0009002")).ShouldBeOk();

        (await app.SendMailAsync()).ShouldBe(0);
        SentIds().ShouldBe(ids);
        (await app.World.Mails.AskAsync(mails => mails.OrderBy(mail => mail.Recipient).Select(mail => mail.Recipient + " " + mail.State)))
            .ShouldBe(["first@example.jp Sent", "second@example.jp Failed", "third@example.jp Failed"]);
        (await app.World.Mails.ReadAsync(mail => mail.State == OutboxState.Failed, mail => mail.LastError))!.ShouldContain("restored");
        await ShouldBeRecordedAsync(run);

        // Who decides to send them all the same sends them as what they were.
        (await CommandRun.OfAsync(app, "outbox", "retry")).Code.ShouldBe(0);
        (await app.SendMailAsync()).ShouldBe(2);
        SentIds().Skip(ids.Count).ShouldBe(ids.Skip(1), ignoreOrder: true);
    }

    [Fact]
    [Trait("Review", "F13")]
    public async Task FD_09_ASiteWhoseProfileThisReleaseCannotRead_IsClosedAsTheOthersAre()
    {
        (await app.CreateBrowser().SignInAsync("control", "N0009001")).ShouldBeOk();
        await app.World.Tenants.StoreProfileAsync("control", "\"slug\": \"control\"", "\"slug\": 7");

        var run = await CommandRun.OfAsync(app, "restored", "--reason", "the disk died", "--json");

        run.Code.ShouldBe(0, run.Error);
        var site = JsonDocument.Parse(run.Output).RootElement.EnumerateArray()
            .Single(row => row.GetProperty("tenant").GetString() == "control");
        site.GetProperty("sessionsEnded").GetInt32().ShouldBe(1);
        (await app.World.Sessions.CountAsync(session => session.EndedAt == null)).ShouldBe(0);
    }

    private async Task ShouldBeRecordedAsync(CommandRun run)
    {
        var sites = JsonDocument.Parse(run.Output).RootElement.EnumerateArray().ToDictionary(row => row.GetProperty("tenant").GetString()!);
        sites.Keys.ShouldContain("admin");
        (sites[MailTenant.Slug].GetProperty("held").GetInt32(), sites["control"].GetProperty("sessionsEnded").GetInt32()).ShouldBe((2, 1));
        var events = await app.World.Audit.AskAsync(all => all.Where(each => each.Kind == "backup-restored")
            .Select(each => each.ActorKind + " " + each.Reason));
        events.Count.ShouldBe(sites.Count);
        events.ShouldAllBe(each => each == "CommandLine the disk died");
    }

    private IReadOnlyList<string> SentIds() => [.. server.Received.Select(mail => mail.Text.Header("Message-ID")!)];

    private Task OweAsync(params string[] recipients) => app.InTenantAsync(MailTenant.Slug, async services =>
    {
        var queue = services.GetRequiredService<MailQueue>();
        foreach (var recipient in recipients)
        {
            await queue.EnqueueAsync(new SampleMail(), new MailRecipient(tenant, recipient), Guid.CreateVersion7().ToString());
        }
    });
}
