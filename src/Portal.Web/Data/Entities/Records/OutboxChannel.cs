namespace Portal.Web.Data.Entities;

/// <summary>How a message of the outbox leaves.</summary>
public enum OutboxChannel
{
    Mail,
    Webhook,
}
