using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.TestKit.Webhooks;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Mail;
using Portal.Web.Outbox;
using Portal.Web.Outbox.Webhooks;
using Portal.Web.Tests.Mail;

namespace Portal.Web.Tests.Outbox.Webhooks;

/// <summary>
/// A tenant with a counterpart, a second tenant with the same one, and a worker that runs when told.
/// </summary>
public abstract class WebhookTest : IAsyncLifetime
{
    protected const string Other = "othertest";
    protected static readonly TimeSpan PastTheLease = TimeSpan.FromSeconds(61);

    private protected MailWorld World { get; } = new();

    protected PortalApp App { get; private set; } = null!;

    protected WebhookReceiver Receiver { get; private set; } = null!;

    protected virtual IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>();

    public async ValueTask InitializeAsync()
    {
        Receiver = await WebhookReceiver.StartAsync();
        var settings = Defaults();
        foreach (var (name, value) in Settings)
        {
            settings[name] = value;
        }

        App = await PortalApp.CreateAsync(settings,
            services => services.Replace(ServiceDescriptor.Singleton<IMailTransport>(World)));
        await MailTenant.AddAsync(App);
        await MailTenant.AddAsync(App, profile => profile with { Slug = Other });

        // The demonstration has settings of its own on their way into the network.
        foreach (var tenant in new[] { "homephone", "officephone" })
        {
            await App.InTenantAsync(tenant, services => services.GetRequiredService<PortalDbContext>().Outbox.ExecuteDeleteAsync());
        }
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Receiver.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>As many events, in this order, each a commit of its own, at one moment.</summary>
    protected async Task TellAsync(string key, params string[] sayings)
    {
        foreach (var says in sayings)
        {
            await TellInAsync(MailTenant.Slug, key, says);
        }
    }

    protected Task<bool> TellInAsync(string tenant, string key, string says, string? businessKey = null) =>
        App.InTenantAsync(tenant, services => services.GetRequiredService<WebhookQueue>()
            .EnqueueAsync(new SampleWebhook(says), key, businessKey ?? Guid.CreateVersion7().ToString()));

    protected Task<int> WorkAsync() => WorkAsync(App);

    protected static Task<int> WorkAsync(PortalApp node) =>
        node.Services.GetRequiredService<OutboxDispatcher>().RunOnceAsync(OutboxChannel.Webhook, CancellationToken.None);

    protected IReadOnlyList<string> Said => [.. Receiver.Received.Select(SaidBy)];

    protected static string SaidBy(ReceivedWebhook webhook) => webhook.Data.GetProperty("says").GetString()!;

    protected Task<List<OutboxMessage>> RowsAsync() =>
        App.QueryAsync(MailTenant.Slug, db => db.Outbox.AsNoTracking().OrderBy(row => row.CreatedAt).ThenBy(row => row.Id).ToListAsync());

    private Dictionary<string, string?> Defaults() => new()
    {
        ["Portal:Demo"] = "true",
        ["Portal:Webhooks:TimeoutSeconds"] = "25",
        ["Portal:Webhooks:Endpoints:one:Tenant"] = MailTenant.Slug,
        ["Portal:Webhooks:Endpoints:one:Url"] = Receiver.Url.ToString(),
        ["Portal:Webhooks:Endpoints:one:Secret"] = Receiver.Secret,
        ["Portal:Webhooks:Endpoints:two:Tenant"] = Other,
        ["Portal:Webhooks:Endpoints:two:Url"] = Receiver.Url.ToString(),
        ["Portal:Webhooks:Endpoints:two:Secret"] = Receiver.Secret,
    };
}
