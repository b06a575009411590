using Portal.Web.Domain.Submissions;
using Portal.Web.Tenancy;

namespace Portal.Web.Http.Input;

/// <summary>
/// The form of this request, while it is in work: its turn is renewed for as long as the node lives, and the
/// transaction that does the work notes where it leads, if the turn is still its own (FP-02).
/// </summary>
internal sealed partial class FormInWork : IAsyncDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly CancellationTokenSource end = new();
    private DateTimeOffset until;
    private Task renewing = Task.CompletedTask;

    private FormInWork(byte[] key, DateTimeOffset until) => (Key, this.until) = (key, until);

    public byte[] Key { get; }

    public static FormInWork Begin(byte[] key, DateTimeOffset until, TenantWork work, PortalTenant tenant, TimeProvider clock, ILogger log)
    {
        var form = new FormInWork(key, until);
        using (ExecutionContext.SuppressFlow())
        {
            form.renewing = form.RenewAsync(work, tenant, clock, log);
        }

        return form;
    }

    /// <returns>False where another has taken the turn meanwhile.</returns>
    public async Task<bool> NoteAsync(FormAnswers answers, string location)
    {
        // From here on it is known to be done, once the transaction ends.
        await end.CancelAsync();
        await turn.WaitAsync();
        try
        {
            return await answers.NoteAsync(Key, until, location);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <returns>The turn's end, which stays.</returns>
    public async Task<DateTimeOffset> StopRenewingAsync()
    {
        await end.CancelAsync();
        await renewing;
        return until;
    }

    public async ValueTask DisposeAsync()
    {
        await StopRenewingAsync();
        end.Dispose();
        turn.Dispose();
    }

    private async Task RenewAsync(TenantWork work, PortalTenant tenant, TimeProvider clock, ILogger log)
    {
        using var timer = new PeriodicTimer(FormAnswers.Lease / 3, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(end.Token))
            {
                await turn.WaitAsync(end.Token);
                try
                {
                    var later = await work.RunAsync(tenant, WorkActor.System("forms"),
                        services => services.GetRequiredService<FormAnswers>().RenewAsync(Key, until));
                    if (later is not { } known)
                    {
                        return;
                    }

                    until = known;
                }
#pragma warning disable CA1031 // whatever it was, the request's own work goes on, and the answer is owed
                catch (Exception e)
#pragma warning restore CA1031
                {
                    LogNotRenewed(log, e); // the next one comes before the turn ends
                }
                finally
                {
                    turn.Release();
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The work is done.
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The turn of a form was not renewed")]
    private static partial void LogNotRenewed(ILogger log, Exception exception);
}
