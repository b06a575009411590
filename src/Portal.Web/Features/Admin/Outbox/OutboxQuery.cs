using Portal.Web.Data.Entities;
using Portal.Web.Lists;

namespace Portal.Web.Features.Admin.Outbox;

/// <summary>What is looked for, as it stands in the address.</summary>
public sealed class OutboxQuery : ListInput
{
    /// <summary>Value of <see cref="State"/> for everything, whatever became of it.</summary>
    public const string All = "all";

    public string? Tenant { get; set; }

    /// <summary>A state by name, or <see cref="All"/>; without it, what is not out yet.</summary>
    public string? State { get; set; }

    /// <summary>An address, whole.</summary>
    public string? Recipient { get; set; }

    /// <summary>First day on which it was written, in the reader's zone.</summary>
    public string? From { get; set; }

    public string? Address => Given(Recipient);

    public IReadOnlyList<OutboxState> States => State switch
    {
        All => Enum.GetValues<OutboxState>(),
        _ when Enum.GetNames<OutboxState>().Contains(State) => [Enum.Parse<OutboxState>(State!)],
        _ => [OutboxState.Waiting, OutboxState.Sending, OutboxState.Failed],
    };

    /// <summary>What the audit log keeps of an export.</summary>
    public object Facts => new { tenant = Given(Tenant), state = Given(State), recipient = Address, since = Given(From) };
}
