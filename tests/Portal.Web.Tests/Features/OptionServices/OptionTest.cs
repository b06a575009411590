using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.OptionServices;
using Portal.Rules.Telephony;
using Portal.TestKit.Accounts;
using Portal.TestKit.Telephony;
using Portal.TestKit.Web;
using Portal.TestKit.Webhooks;
using Portal.Web.Data.Entities;
using Portal.Web.Outbox;

namespace Portal.Web.Tests.Features.OptionServices;

/// <summary>A line with two numbers, a telephone network that is not ours, and a worker that runs when told.</summary>
public abstract class OptionTest : IAsyncLifetime
{
    protected const string Customer = "4900000001";
    protected const string Main = "0666660001";
    protected const string Second = "0666660002";
    protected const string Stranger = "0677770001";
    // The demonstration has numbers of its own.
    private const string Own = "+8166666";

    protected const string Target = "090-1234-5678";

    // An application knows the address of its network: the two go on together.
    private static readonly ConcurrentBag<WebhookReceiver> Networks = [];

    protected PortalApp App { get; private set; } = null!;

    protected WebhookReceiver Network { get; private set; } = null!;

    /// <summary>The accounts by what they sign in with.</summary>
    protected IReadOnlyDictionary<string, Guid> Ids { get; private set; } = null!;

    /// <summary>What the network was told of the two numbers.</summary>
    protected IReadOnlyList<ReceivedWebhook> Told =>
        [.. Network.Received.Where(webhook => webhook.Data.GetProperty("number").GetString()!.StartsWith(Own, StringComparison.Ordinal))];

    /// <summary>What is recorded of the main number.</summary>
    protected Task<long> RecordedAsync(string kind) => App.World.Audit.CountAsync(kind, Ids[Main]);

    protected virtual AuthenticationUnit Unit => AuthenticationUnit.Number;

    public async ValueTask InitializeAsync()
    {
        Network = Networks.TryTake(out var used) ? used : await WebhookReceiver.StartAsync();
        App = await PortalApp.CreateSharedAsync($"options {Network.Url}", new Dictionary<string, string?>
        {
            ["Portal:Demo"] = "true",
            ["Portal:Webhooks:Endpoints:one:Tenant"] = HomeLine.Tenant,
            ["Portal:Webhooks:Endpoints:one:Area"] = "provisioning",
            ["Portal:Webhooks:Endpoints:one:Url"] = Network.Url.ToString(),
            ["Portal:Webhooks:Endpoints:one:Secret"] = Network.Secret,
        }, _ => { });
        Ids = await new HomeLine(Customer, Unit, Main, Second).AddToAsync(App);
        await new HomeLine("4900000002", AuthenticationUnit.Line, Stranger).AddToAsync(App);
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        Network.Forget();
        Networks.Add(Network);
        GC.SuppressFinalize(this);
    }

    protected static string Address(string number, string service = "") =>
        $"/t/homephone/options/{number}" + (service.Length > 0 ? "/" + service : "");

    protected async Task<PortalBrowser> SignedInAsync(string id = Main)
    {
        var browser = App.CreateBrowser();
        await browser.SignInAsync(HomeLine.Tenant, id, Account.UsualPassword);
        return browser;
    }

    /// <summary>The form as it is offered, set to forward every call.</summary>
    protected static async Task<PortalForm> ForwardingAsync(PortalBrowser browser, string number = Main, string target = Target) =>
        (await browser.GetAsync(Address(number, "forwarding"))).ShouldBeOk().Form()
            .Choose("Mode", "Always").Fill("Target", target);

    /// <summary>Through the check page.</summary>
    protected static async Task<PortalPage> SaveAsync(PortalForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return await (await form.SubmitAsync()).ShouldBeOk().Form().SubmitAsync("保存");
    }

    protected static async Task ForwardAsync(PortalBrowser browser, string number = Main, string target = Target) =>
        (await SaveAsync(await ForwardingAsync(browser, number, target))).ShouldRedirectTo(Address(number));

    protected Task<int> WorkAsync() => WorkAsync(App);

    protected static Task<int> WorkAsync(PortalApp node)
    {
        ArgumentNullException.ThrowIfNull(node);
        return node.Services.GetRequiredService<OutboxDispatcher>().RunOnceAsync(OutboxChannel.Webhook, CancellationToken.None);
    }

    protected Task<OptionSetting?> SettingAsync(string number, OptionService service)
    {
        var canonical = Web.Domain.Telephony.E164.Read(number);
        return App.QueryAsync(HomeLine.Tenant, db => db.OptionSettings.AsNoTracking()
            .SingleOrDefaultAsync(row => row.Number!.Number == canonical && row.Service == service));
    }

    protected Task<List<OutboxMessage>> OwedAsync() => App.QueryAsync(HomeLine.Tenant, db => db.Outbox.AsNoTracking()
        .Where(row => row.Channel == OutboxChannel.Webhook && row.Recipient.StartsWith(Own))
        .OrderBy(row => row.CreatedAt).ThenBy(row => row.Id).ToListAsync());

    /// <summary>What the page says of a service.</summary>
    protected static async Task<string> StateAsync(PortalBrowser browser, OptionService service, string number = Main)
    {
        ArgumentNullException.ThrowIfNull(browser);
        return (await browser.GetAsync(Address(number))).ShouldBeOk().Texts($"[data-state={service}]").Single();
    }
}
