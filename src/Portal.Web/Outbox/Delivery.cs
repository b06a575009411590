namespace Portal.Web.Outbox;

/// <summary>What the world outside said to a message.</summary>
public abstract record Delivery
{
    private Delivery()
    {
    }

    /// <summary>Somebody else is responsible for it now.</summary>
    public sealed record Accepted : Delivery;

    /// <summary>Not now; another try may succeed.</summary>
    public sealed record Deferred(string Reason) : Delivery;

    /// <summary>Never; the same message would be refused again.</summary>
    public sealed record Refused(string Reason) : Delivery
    {
        /// <summary>The recipient's mailbox takes no mail, this one or another (ML-05).</summary>
        public bool IsOfMailbox { get; init; }
    }
}
