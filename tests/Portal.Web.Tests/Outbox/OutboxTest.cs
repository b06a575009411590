using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Portal.TestKit.Accounts;
using Portal.TestKit.Mail;
using Portal.TestKit.Web;
using Portal.Web.Data.Entities;
using Portal.Web.Mail;
using Portal.Web.Outbox;
using Portal.Web.Tests.Mail;

namespace Portal.Web.Tests.Outbox;

/// <summary>
/// What the tests of this folder share: a tenant, a world that takes mail, and a worker that runs when told.
/// </summary>
public abstract class OutboxTest : IAsyncLifetime
{
    protected static readonly TimeSpan PastTheLease = TimeSpan.FromSeconds(61);

    private protected MailWorld World { get; } = new();

    protected PortalApp App { get; private set; } = null!;

    protected Guid TenantId { get; private set; }

    public async ValueTask InitializeAsync()
    {
        App = await CreateAppAsync();
        TenantId = await MailTenant.AddAsync(App);
    }

    public virtual async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected virtual Task<PortalApp> CreateAppAsync() =>
        PortalApp.CreateAsync(services: services => services.Replace(ServiceDescriptor.Singleton<IMailTransport>(World)));

    protected Task OweAsync(params string[] recipients) => OweAsync(new SampleMail(), recipients);

    private protected Task OweAsync(PortalMail mail, params string[] recipients) => App.InTenantAsync(MailTenant.Slug, async services =>
    {
        var queue = services.GetRequiredService<MailQueue>();
        foreach (var recipient in recipients)
        {
            await queue.EnqueueAsync(mail, new MailRecipient(TenantId, recipient), Guid.CreateVersion7().ToString());
        }
    });

    protected Task<int> WorkAsync() => App.SendMailAsync();

    /// <summary>A worker that takes rows and is then told nothing more.</summary>
    private protected Task<IReadOnlyList<ClaimedMessage>> ClaimAsync(int take = 8) =>
        App.WithServicesAsync(services => services.GetRequiredService<OutboxRows>().ClaimAsync(OutboxChannel.Mail, take, [],
            CancellationToken.None));

    private protected Task<bool> SettleAsync(ClaimedMessage mail, OutboxState state) =>
        App.WithServicesAsync(services => services.GetRequiredService<OutboxRows>().SettleAsync(mail, OutboxChannel.Mail,
            new OutboxVerdict(state)));

    protected Task<List<OutboxMessage>> RowsAsync() =>
        App.QueryAsync(MailTenant.Slug, db => db.Outbox.AsNoTracking().OrderBy(row => row.CreatedAt).ThenBy(row => row.Id).ToListAsync());
}
