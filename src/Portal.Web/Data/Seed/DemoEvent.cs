using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Seed;

/// <summary>Where somebody sits.</summary>
internal sealed record DemoPlace(string Address, string Browser);

/// <summary>Something that happened, before it is recorded in the order of time.</summary>
/// <param name="Actor">Who did it; null = nobody known, or a part of the system.</param>
internal sealed record DemoEvent(DateTimeOffset At, string Kind, PortalUser Subject, PortalUser? Actor = null)
{
    public ActorKind ActorKind { get; init; } = ActorKind.Anonymous;

    /// <summary>The name of an actor that is no account of this tenant.</summary>
    public string? ActorName { get; init; }

    public string? Reason { get; init; }

    public object? Details { get; init; }

    public DemoPlace? Place { get; init; }

    public string? SessionHash { get; init; }
}
