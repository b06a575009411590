using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Errors;
using Portal.Web.Http.Hosting;

namespace Portal.Web.Http.Shares;

public sealed class RequestsInFlightOptions
{
    public const string Section = "Portal:RequestsInFlight";

    /// <summary>
    /// Requests of one session in work at once on this node; a browser that loads a page sends hardly more.
    /// </summary>
    public int PerSession { get; set; } = 4;

    /// <summary>How many of one session may wait; one more is turned away.</summary>
    public int Queue { get; set; } = 100;

    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(10);

    internal bool AreUsable => PerSession > 0 && Queue >= 0 && Patience > TimeSpan.Zero;
}

/// <summary>The places of each session on this node.</summary>
internal sealed class SessionPlaces(IOptions<RequestsInFlightOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<string> places = PartitionedRateLimiter.Create<string, string>(sid =>
        RateLimitPartition.GetConcurrencyLimiter(sid, _ => new ConcurrencyLimiterOptions
        {
            PermitLimit = options.Value.PerSession,
            QueueLimit = options.Value.Queue,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        }));

    /// <returns>What to dispose when the request is done; null when too many wait or the wait was too long.</returns>
    public async Task<IDisposable?> EnterAsync(string sid, CancellationToken aborted)
    {
        if (places.AttemptAcquire(sid) is { IsAcquired: true } place)
        {
            return place;
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(aborted);
        patience.CancelAfter(options.Value.Patience);
        try
        {
            var lease = await places.AcquireAsync(sid, 1, patience.Token);
            if (lease.IsAcquired)
            {
                return lease;
            }

            lease.Dispose();
            return null;
        }
        catch (OperationCanceledException) when (!aborted.IsCancellationRequested)
        {
            return null;
        }
    }

    public void Dispose() => places.Dispose();
}

/// <summary>
/// A few requests of one session are in work at once; the others wait here, before anything is read from the database,
/// with neither connection nor lock. One user who sends a hundred forms at once is a queue of its own (RX-05).
/// </summary>
internal sealed class RequestsInFlight(RequestDelegate next, SessionPlaces places)
{
    private static readonly string RetrySeconds = 5.ToString(CultureInfo.InvariantCulture);

    public async Task InvokeAsync(HttpContext context, SessionCookies cookies)
    {
        if (ErrorPages.IsRunning(context) || StaticFiles.Is(context.GetEndpoint()) || cookies.Read(context) is not { } ticket)
        {
            await next(context);
            return;
        }

        using var place = await places.EnterAsync(ticket.Sid, context.RequestAborted);
        if (place is null)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Response.Headers.RetryAfter = RetrySeconds;
            return;
        }

        context.Features.Set(new RequestPlace(place));
        await next(context);
    }
}

/// <summary>The place of this request among those of its session.</summary>
public sealed class RequestPlace(IDisposable place)
{
    /// <summary>
    /// For an answer that goes on for hours: bounds of its own hold it from here on, and it is in nobody's way.
    /// </summary>
    public void GiveBack() => place.Dispose();
}
