using System.Text.Json;
using System.Text.Json.Serialization;
using Portal.Web.Data;
using Portal.Web.Data.Signals;

namespace Portal.Web.Domain.Cases.Live;

/// <summary>By PostgreSQL's notification: sent with the entry's transaction, heard by one connection a node.</summary>
internal sealed partial class NotifiedCaseFeed(PostgresSignals signals, TimeProvider clock, ILogger<NotifiedCaseFeed> log) : ICaseFeed
{
    public const string Channel = "portal_cases";

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(15);
    private static readonly JsonSerializerOptions Format = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    public Task TellAsync(PortalDbContext db, CaseNews news, CancellationToken cancellationToken = default) =>
        PostgresSignals.SendAsync(db, Channel, JsonSerializer.Serialize(news, Format), cancellationToken);

    public async Task RunAsync(CaseWatches watches, CancellationToken cancellationToken)
    {
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                // While it was not listening nobody was told: everybody looks once.
                await signals.ListenAsync(
                    Channel,
                    () =>
                    {
                        pause = FirstPause;
                        watches.RingAll();
                    },
                    signal => Hear(watches, signal),
                    cancellationToken);
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                LogDeaf(log, e, pause);
            }

            await Task.Delay(pause, clock, cancellationToken);
        }
    }

    private void Hear(CaseWatches watches, string signal)
    {
        try
        {
            if (JsonSerializer.Deserialize<CaseNews>(signal, Format) is { } news)
            {
                watches.Hear(news);
            }
        }
        catch (JsonException e)
        {
            // Another release's, or somebody else's: it is not ours to stumble over.
            LogNotUnderstood(log, e);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Nothing is heard of cases; the next try is in {Pause}")]
    private static partial void LogDeaf(ILogger log, Exception exception, TimeSpan pause);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A signal about a case was not understood")]
    private static partial void LogNotUnderstood(ILogger log, Exception exception);
}
