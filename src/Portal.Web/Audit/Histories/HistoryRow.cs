using Portal.Rules.Text;
using Portal.Web.Data.Entities;
using Portal.Web.Data.Keysets;

namespace Portal.Web.Audit.Histories;

/// <summary>One event as a history shows it; nothing else of the event leaves the database.</summary>
public sealed record HistoryRow
{
    public required Guid Id { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    public required string Kind { get; init; }

    public Guid? SubjectId { get; init; }

    /// <summary>The login ID of its time.</summary>
    public string? LoginId { get; init; }

    public string? FamilyName { get; init; }

    public string? GivenName { get; init; }

    public ActorKind ActorKind { get; init; }

    public Guid? ActorId { get; init; }

    public string? ActorName { get; init; }

    public string? Address { get; init; }

    public string? Browser { get; init; }

    /// <summary>
    /// How the temporary password came about that was issued, or that released a lock; null for all other events.
    /// </summary>
    public string? Origin => EventDetails.Read(Details, "origin") ?? EventDetails.Read(Details, "by");

    /// <summary>The number that a call came from; null for all that is no call.</summary>
    public string? Calling => EventDetails.Read(Details, "calling");

    /// <summary>Read for those kinds alone whose reason is told: never what a person wrote.</summary>
    public string? Reason { get; init; }

    /// <summary>Read for those kinds alone that have an <see cref="Origin"/>, or of which details are told.</summary>
    public string? Details { get; init; }

    public string Name => PersonName.Of(FamilyName, GivenName);

    public KeysetPlace Place => new(OccurredAt, Id);
}
