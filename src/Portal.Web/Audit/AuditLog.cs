using System.Text.Json;
using System.Text.Json.Serialization;
using Portal.Rules.Text;
using Portal.Web.Data;
using Portal.Web.Data.Entities;

namespace Portal.Web.Audit;

/// <summary>The subject of an event: an account, or what was typed where no account was found.</summary>
public sealed record AuditSubject(Guid? Id, string Name, Guid? ContractId)
{
    public static AuditSubject Of(PortalUser user) => new(user.Id, user.SignsInWith, user.ContractId);
}

/// <summary>
/// Records events in the transaction of what they tell, so that neither exists without the other (AU-01).
/// </summary>
public sealed class AuditLog(PortalDbContext db, AuditActor actor, EventKinds kinds, TimeProvider clock)
{
    private const int LongestName = 256;
    private const int LongestReason = 1000;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping
    };

    /// <param name="kind">One that a room contributes: without words it would be half an event (ADMIN-7).</param>
    /// <param name="details">Facts beside the reason, never a secret.</param>
    /// <param name="occurredAt">When it really happened, where that is not now (an automatic release).</param>
    public AuditEvent Record(string kind, AuditSubject? subject = null, string? reason = null, object? details = null,
        DateTimeOffset? occurredAt = null)
    {
        if (!kinds.Contains(kind))
        {
            throw new ArgumentException($"No room contributes the event {kind}.", nameof(kind));
        }

        var now = clock.GetUtcNow();
        var row = new AuditEvent
        {
            Id = Guid.CreateVersion7(),
            OccurredAt = occurredAt ?? now,
            RecordedAt = now,
            Kind = kind,
            ActorKind = actor.Kind,
            ActorId = actor.Id,
            ActorName = (actor.SignsInWith ?? actor.Name) is { } name ? Shortened.To(name, LongestName) : null,
            ActingAsId = actor.ActingAsId,
            SubjectId = subject?.Id,
            SubjectName = subject is null ? null : NameOf(subject),
            ContractId = subject?.ContractId,
            Reason = reason is null ? null : Shortened.To(reason, LongestReason),
            Address = actor.Address,
            Browser = actor.Browser,
            SessionHash = actor.SessionHash,
            CorrelationId = actor.CorrelationId,
            Details = details is null ? null : JsonSerializer.Serialize(details, Json),
        };
        db.AuditEvents.Add(row);
        db.RecordedEvents.Add(row);
        return row;
    }

    // What stands for no account was typed or sent by anybody.
    private static string NameOf(AuditSubject subject) =>
        subject.Id is null ? ForeignText.Of(subject.Name, LongestName) : Shortened.To(subject.Name, LongestName);
}
