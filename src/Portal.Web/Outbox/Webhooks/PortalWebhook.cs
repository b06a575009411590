namespace Portal.Web.Outbox.Webhooks;

/// <summary>
/// One event as another system is told of it: its constructor takes what it tells, which becomes the "data" of the
/// message. It carries no secret: whoever answers at the address reads it.
/// </summary>
public abstract record PortalWebhook
{
    /// <summary>
    /// "area.event", such as "provisioning.setting-saved": the type of the message; its area may have an endpoint of
    /// its own. Not public, and so no part of the data.
    /// </summary>
    internal abstract string Kind { get; }
}
