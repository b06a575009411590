namespace Portal.Web.Data.Entities;

/// <summary>A mail caught in demonstration mode instead of being sent.</summary>
public sealed class CaughtMail
{
    public Guid Id { get; set; }

    public required string To { get; set; }

    public required string From { get; set; }

    public required string Subject { get; set; }

    public required string Text { get; set; }

    public required string Html { get; set; }

    public required string MessageId { get; set; }

    public DateTimeOffset SentAt { get; set; }
}
