using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Web.Accounts;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Http;
using Portal.Web.Mail;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Recovery;

/// <summary>Decides waiting requests for temporary passwords and reset links, one transaction each; safe on several nodes.</summary>
public sealed partial class RecoveryWorker(IServiceScopeFactory scopes, TenantCatalog catalog, RecoverySignal signal, IOptions<PortalOptions> options, ILogger<RecoveryWorker> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private const int Batch = 50;

    /// <summary>One round over all tenants and the staff's own realm.</summary>
    /// <returns>How many requests were decided.</returns>
    public async Task<int> RunOnceAsync(CancellationToken cancellationToken)
    {
        var handled = 0;
        foreach (var tenant in (await catalog.ListAsync(cancellationToken)).Append(await catalog.StaffRealmAsync(cancellationToken)))
        {
            if (tenant is { Suspended: false, Profile.Recovery: not null })
            {
                handled += await HandleAsync(tenant, cancellationToken);
            }
        }

        return handled;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (options.Value.Workers && !stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RunOnceAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                RoundFailed(log, e);
            }

            await signal.WaitAsync(Pause, stoppingToken);
        }
    }

    private async Task<int> HandleAsync(PortalTenant tenant, CancellationToken cancellationToken)
    {
        var waiting = await InScopeAsync(tenant, services => services.GetRequiredService<PortalDbContext>().RecoveryRequests
            .Where(request => request.HandledAt == null).OrderBy(request => request.CreatedAt).Take(Batch).Select(request => request.Id).ToListAsync(cancellationToken));
        foreach (var id in waiting)
        {
            await InScopeAsync(tenant, services => PrepareAsync(services, id), HandleAsync);
        }

        return waiting.Count;
    }

    /// <summary>Outside the transaction in which the request is decided.</summary>
    private static async Task<Waiting> PrepareAsync(IServiceProvider services, Guid id)
    {
        var byLink = services.GetRequiredService<CurrentTenant>().Value.Profile.Recovery!.Method == RecoveryProfile.ByLink;
        services.GetRequiredService<AuditActor>().Be(ActorKind.System, "recovery");
        var form = byLink ? null : await services.GetRequiredService<RecoveryInbox>().PeekAsync(id);
        return new Waiting(id, form is null ? null : await services.GetRequiredService<RecoveryService>().PrepareAsync(form));
    }

    private static async Task<bool> HandleAsync(IServiceProvider services, Waiting waiting)
    {
        var id = waiting.Id;
        var db = services.GetRequiredService<PortalDbContext>();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        if (await db.RecoveryRequests.Where(row => row.Id == id && row.HandledAt == null).ExecuteUpdateAsync(set => set.SetProperty(row => row.HandledAt, now)) == 0)
        {
            // Another node has it.
            return false;
        }

        var request = await db.RecoveryRequests.SingleAsync(row => row.Id == id);
        BeActor(services.GetRequiredService<AuditActor>(), request);
        await DecideAsync(services, request, waiting.Ready);
        return true;
    }

    private static async Task DecideAsync(IServiceProvider services, RecoveryRequest request, RecoveryReadiness? ready)
    {
        var form = services.GetRequiredService<RecoveryInbox>().Open(request);
        if (services.GetRequiredService<CurrentTenant>().Value.Profile.Recovery!.Method == RecoveryProfile.ByLink)
        {
            await MailAsync(services, request, await services.GetRequiredService<ResetService>().HandleAsync(form));
        }
        else if (await services.GetRequiredService<RecoveryService>().HandleAsync(form, ready!) is RecoveryOutcome.Issued issued)
        {
            await services.GetRequiredService<MailQueue>().EnqueueAsync(new TemporaryPasswordMail(issued.Password, issued.ExpiresAt), issued.User, $"temporary-password/{request.Id:N}");
        }
    }

    private static Task MailAsync(IServiceProvider services, RecoveryRequest request, ResetOutcome outcome)
    {
        var mails = services.GetRequiredService<MailQueue>();
        return outcome switch
        {
            ResetOutcome.Sent sent => mails.EnqueueAsync(new ResetLinkMail(sent.Token, sent.ExpiresAt), sent.User, $"reset-link/{request.Id:N}"),
            ResetOutcome.Later later => mails.EnqueueAsync(new ResetLaterMail(later.Until, later.TooManyMismatches), later.User, $"reset-later/{request.Id:N}"),
            _ => Task.CompletedTask,
        };
    }

    /// <summary>The event tells who asked and from where, though a worker decided.</summary>
    private static void BeActor(AuditActor actor, RecoveryRequest request)
    {
        actor.Be(ActorKind.System, "recovery");
        (actor.Address, actor.Browser, actor.CorrelationId) = (request.Address, request.Browser, request.CorrelationId);
    }

    private Task<T> InScopeAsync<T>(PortalTenant tenant, Func<IServiceProvider, Task<T>> work) => InScopeAsync(tenant, _ => Task.FromResult(true), (services, _) => work(services));

    /// <param name="before">Runs in the same scope and outside of the transaction.</param>
    private async Task<T> InScopeAsync<TReady, T>(PortalTenant tenant, Func<IServiceProvider, Task<TReady>> before, Func<IServiceProvider, TReady, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantScope>().Use(tenant.Id);
        scope.ServiceProvider.GetRequiredService<CurrentTenant>().Set(tenant);
        var ready = await before(scope.ServiceProvider);
        return await scope.ServiceProvider.GetRequiredService<UnitOfWork>().RunAsync(() => work(scope.ServiceProvider, ready));
    }

    /// <param name="Ready">Null where nothing costly had to be done.</param>
    private sealed record Waiting(Guid Id, RecoveryReadiness? Ready);

    [LoggerMessage(1, LogLevel.Error, "A round of recovery requests failed")]
    private static partial void RoundFailed(ILogger logger, Exception exception);
}
