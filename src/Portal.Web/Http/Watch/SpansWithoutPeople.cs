using System.Collections.Frozen;
using System.Diagnostics;
using OpenTelemetry;

namespace Portal.Web.Http.Watch;

/// <summary>
/// Leaves of a span what can tell of nobody: no address as typed, no query, no statement, no browser, no message of an
/// exception (ADMIN-13, AU-05). What is kept is named; what a library adds one day is not.
/// </summary>
internal sealed class SpansWithoutPeople : BaseProcessor<Activity>
{
    public const string Database = "Npgsql";

    private static readonly FrozenSet<string> Kept = FrozenSet.Create(StringComparer.Ordinal,
        "http.request.method", "http.response.status_code", "http.route", "url.scheme", "network.protocol.version", "error.type",
        "server.address", "server.port", "db.system.name", "db.namespace", "db.response.status_code");

    public override void OnEnd(Activity data)
    {
        ArgumentNullException.ThrowIfNull(data);
        foreach (var (name, _) in data.TagObjects.ToList())
        {
            if (!Kept.Contains(name))
            {
                data.SetTag(name, null);
            }
        }

        if (data.Source.Name == Database)
        {
            data.DisplayName = "database";
        }

        // The description may be an exception's message; the state comes from whoever sent the request.
        data.SetStatus(data.Status);
        data.TraceStateString = null;
        if (data.Events.Any(happened => happened.Name == "exception"))
        {
            // Its message may hold a value, and an event cannot be taken back. The log has the exception.
            data.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
        }
    }
}
