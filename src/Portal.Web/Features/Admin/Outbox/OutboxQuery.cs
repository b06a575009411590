using Microsoft.AspNetCore.Http.Extensions;
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

    /// <summary>What of <see cref="State"/> is understood; null for what is not out yet (IV-09).</summary>
    public string? Shown => State == All || Enum.GetNames<OutboxState>().Contains(State) ? State : null;

    public IReadOnlyList<OutboxState> States => Shown switch
    {
        null => [OutboxState.Waiting, OutboxState.Sending, OutboxState.Failed],
        All => Enum.GetValues<OutboxState>(),
        var one => [Enum.Parse<OutboxState>(one)],
    };

    /// <summary>The same conditions on what is in another state; null for what is not out yet.</summary>
    public string AddressOf(string? state)
    {
        var builder = new QueryBuilder();
        (string Name, string? Value)[] all = [("state", state), ("tenant", Given(Tenant)), ("from", Given(From)), ("recipient", Address)];
        foreach (var (name, value) in all)
        {
            if (value is not null)
            {
                builder.Add(name, value);
            }
        }

        return builder.ToString();
    }

    /// <summary>What the audit log keeps of an export.</summary>
    public object Facts => new { tenant = Given(Tenant), state = Given(State), recipient = Address, since = Given(From) };
}
