using System.Globalization;
using Microsoft.AspNetCore.Http.Features;
using Portal.Web.Domain.Cases.Live;
using Portal.Web.Http.Errors;
using Portal.Web.Http.Shares;

namespace Portal.Web.Features.Shared.Cases.Live;

/// <summary>
/// Keeps pages of cases connected, by server-sent events (CASE-8). What is sent is a number: the page fetches what it
/// lacks by a request of its own, through every gate. Before anything is sent it is asked whether the reader may see
/// it.
/// </summary>
internal sealed class LiveStreams(LivePlaces places, LiveLooks looks, CaseWatches watches, IHostApplicationLifetime host,
    TimeProvider clock)
{
    private const string LastSeen = "Last-Event-ID";

    public async Task ServeAsync(HttpContext context, LivePage page, int after)
    {
        if (LiveReader.Of(context) is not { } reader)
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        var (place, refusal) = places.Enter(reader.Portal, reader.RealId);
        using (place)
        {
            // At a stop the balancer knows other nodes already; who came again here would wait for nothing.
            if (place is null || host.ApplicationStopping.IsCancellationRequested)
            {
                context.Response.StatusCode = place is null ? refusal : StatusCodes.Status503ServiceUnavailable;
                context.Response.Headers.RetryAfter = FailureStatus.RetrySeconds;
                return;
            }

            context.Features.Get<RequestPlace>()?.GiveBack();
            await KeepAsync(context, reader, page, Seen(context.Request) ?? after);
        }
    }

    private async Task KeepAsync(HttpContext context, LiveReader reader, LivePage page, int told)
    {
        using var watch = watches.Open(page.TenantId, page.CaseId, page.Side, reader.UserId);
        using var lifetime = new CancellationTokenSource(Left(reader), clock);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, host.ApplicationStopping, lifetime.Token);
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers["X-Accel-Buffering"] = "no";
        try
        {
            var lines = new LiveLines(context.Response, end.Token);
            await lines.BeginAsync();
            for (int? known = told; known is { } sofar;)
            {
                await watch.WaitAsync(end.Token);
                known = await TellAsync(lines, watch, sofar, await looks.LookAsync(reader, page, end.Token));
            }
        }
        catch (Exception e) when (end.IsCancellationRequested || e is IOException)
        {
            // The reader left, the line broke, the session or the node ends: the browser comes again, if it may.
        }
    }

    /// <returns>How many entries the page knows of from here on; null where it is told nothing any more.</returns>
    private static async Task<int?> TellAsync(LiveLines lines, CaseWatch watch, int told, LiveLook look)
    {
        var typists = watch.TakenTypists();
        if (!look.IsAnswer)
        {
            return told;
        }

        if (look.Entries is not { } entries)
        {
            return null;
        }

        foreach (var typist in typists)
        {
            lines.AddTyping(typist);
        }

        if (entries > told)
        {
            lines.AddEntries(entries);
        }

        await lines.SendAsync();
        return Math.Max(entries, told);
    }

    private TimeSpan Left(LiveReader reader) =>
        reader.SessionEnds - clock.GetUtcNow() is { } left && left > TimeSpan.Zero ? left : TimeSpan.Zero;

    private static int? Seen(HttpRequest request) =>
        int.TryParse(request.Headers[LastSeen], NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : null;
}
