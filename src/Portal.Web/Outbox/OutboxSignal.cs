using Portal.Web.Data;
using Portal.Web.Data.Entities;

namespace Portal.Web.Outbox;

/// <summary>Remembers in one unit of work what is owed, and rings once that is true.</summary>
public sealed class OutboxSignal(OutboxWaker waker) : ICommitListener
{
    private readonly HashSet<OutboxChannel> owed = [];

    public void Owe(OutboxChannel channel) => owed.Add(channel);

    public void Committed()
    {
        foreach (var channel in owed)
        {
            waker.Ring(channel);
        }

        owed.Clear();
    }
}
