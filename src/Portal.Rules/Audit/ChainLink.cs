namespace Portal.Rules.Audit;

/// <summary>An event's place in the chain.</summary>
/// <param name="Place">From 1 within the tenant.</param>
/// <param name="EventId">Which event it is.</param>
/// <param name="Mark">As it was sealed.</param>
/// <param name="Now">What the event's mark would be today; null where there is no such event.</param>
public sealed record ChainLink(long Place, Guid EventId, byte[] Mark, byte[]? Now);
