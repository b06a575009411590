using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Data.Starting;
using Portal.Web.Domain.Accounts.Recovery;
using Portal.Web.Domain.Accounts.Registration;
using Portal.Web.Features.Recovery.Registrations;
using Portal.Web.Features.Recovery.ResetLinks;
using Portal.Web.Features.Recovery.TemporaryPasswords;
using Portal.Web.Mail;
using Portal.Web.Setbacks;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Features.Recovery;

/// <summary>
/// Decides waiting requests for temporary passwords and reset links, one transaction each; safe on several nodes. A
/// request that cannot be decided keeps nobody else from theirs: anybody may send one, unknown and unseen.
/// </summary>
public sealed partial class RecoveryWorker(RowByRow rows, TenantCatalog catalog, RecoverySignal signal, IOptions<WorkerOptions> options,
    ILogger<RecoveryWorker> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(15);
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
                handled += await rows.RunAsync(tenant, WorkKinds.Recovery, Due, PrepareAsync, HandleAsync, Batch, cancellationToken);
            }
        }

        return handled;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (options.Value.Workers && !stoppingToken.IsCancellationRequested)
        {
            // Before the first round as well: the node's first page comes first (PERF-5).
            await signal.WaitAsync(Pause, stoppingToken);
            if (!await TryAsync(stoppingToken))
            {
                // Whoever asks now would wake it at once, again and again.
                await Task.Delay(PauseAfterFailure, stoppingToken);
            }
        }
    }

    private async Task<bool> TryAsync(CancellationToken stoppingToken)
    {
        try
        {
            await RunOnceAsync(stoppingToken);
            return true;
        }
        catch (Exception e) when (!stoppingToken.IsCancellationRequested && DatabaseFailure.Of(e) == DatabaseFailureKind.Unavailable)
        {
            // It may be away for hours, and the trace says nothing of it.
            RoundPutOff(log, e.Message);
            return false;
        }
        catch (Exception e) when (!stoppingToken.IsCancellationRequested)
        {
            RoundFailed(log, e);
            return false;
        }
    }

    private static IQueryable<Guid> Due(IServiceProvider services) => services.GetRequiredService<PortalDbContext>().RecoveryRequests
        .Where(request => request.HandledAt == null).OrderBy(request => request.CreatedAt).Select(request => request.Id);

    /// <summary>
    /// Outside the transaction in which the request is decided. Null where nothing costly has to be done.
    /// </summary>
    private static async Task<RecoveryReadiness?> PrepareAsync(IServiceProvider services, Guid id)
    {
        var byLink = services.GetRequiredService<CurrentTenant>().Value.Profile.Recovery!.Method == RecoveryProfile.ByLink;
        var form = byLink ? null : await services.GetRequiredService<RecoveryInbox>().PeekAsync(id);
        return form is null ? null : await services.GetRequiredService<RecoveryService>().PrepareAsync(form);
    }

    private static async Task<int> HandleAsync(IServiceProvider services, Guid id, RecoveryReadiness? ready)
    {
        var db = services.GetRequiredService<PortalDbContext>();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        if (await db.RecoveryRequests.Where(row => row.Id == id && row.HandledAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.HandledAt, now)) == 0)
        {
            // Another node has it.
            return 0;
        }

        var request = await db.RecoveryRequests.SingleAsync(row => row.Id == id);
        BeActor(services.GetRequiredService<AuditActor>(), request);
        await DecideAsync(services, request, ready);
        return 1;
    }

    private static async Task DecideAsync(IServiceProvider services, RecoveryRequest request, RecoveryReadiness? ready)
    {
        var form = services.GetRequiredService<RecoveryInbox>().Open(request);
        if (form.Registers)
        {
            await MailAsync(services, request, await services.GetRequiredService<SelfRegistration>().HandleAsync(form));
        }
        else if (services.GetRequiredService<CurrentTenant>().Value.Profile.Recovery!.Method == RecoveryProfile.ByLink)
        {
            await MailAsync(services, request, await services.GetRequiredService<ResetService>().HandleAsync(form));
        }
        else if (await services.GetRequiredService<RecoveryService>().HandleAsync(form, ready!) is RecoveryOutcome.Issued issued)
        {
            await services.GetRequiredService<MailQueue>()
                .EnqueueAsync(new TemporaryPasswordMail(issued.Password, issued.ExpiresAt), issued.User,
                    $"temporary-password/{request.Id:N}");
        }
    }

    private static Task MailAsync(IServiceProvider services, RecoveryRequest request, ResetOutcome outcome)
    {
        var mails = services.GetRequiredService<MailQueue>();
        return outcome switch
        {
            ResetOutcome.Sent sent =>
                mails.EnqueueAsync(new ResetLinkMail(sent.User, sent.Token, sent.ExpiresAt), sent.User, $"reset-link/{request.Id:N}"),
            ResetOutcome.Later later =>
                mails.EnqueueAsync(new ResetLaterMail(later.User, later.Until, later.TooManyMismatches), later.User,
                    $"reset-later/{request.Id:N}"),
            _ => Task.CompletedTask,
        };
    }

    private static Task MailAsync(IServiceProvider services, RecoveryRequest request, SelfRegistrationOutcome outcome)
    {
        var mails = services.GetRequiredService<MailQueue>();
        return outcome switch
        {
            SelfRegistrationOutcome.Asked asked =>
                mails.EnqueueAsync(new RegistrationMail(asked.Token, asked.ExpiresAt), asked.User, $"registration/{request.Id:N}"),
            SelfRegistrationOutcome.Known known =>
                mails.EnqueueAsync(new AlreadyRegisteredMail(known.User.Door), known.User, $"registered-already/{request.Id:N}"),
            _ => Task.CompletedTask,
        };
    }

    /// <summary>The event tells who asked and from where, though a worker decided.</summary>
    private static void BeActor(AuditActor actor, RecoveryRequest request)
    {
        (actor.Address, actor.Browser, actor.CorrelationId) = (request.Address, request.Browser, request.CorrelationId);
    }

    [LoggerMessage(2, LogLevel.Warning, "Recovery requests wait: the database does not answer ({Why})")]
    private static partial void RoundPutOff(ILogger logger, string why);

    [LoggerMessage(1, LogLevel.Error, "A round of recovery requests failed")]
    private static partial void RoundFailed(ILogger logger, Exception exception);
}
