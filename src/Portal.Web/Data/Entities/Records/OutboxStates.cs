namespace Portal.Web.Data.Entities;

/// <summary>States of messages, as queries ask for them.</summary>
internal static class OutboxStates
{
    /// <summary>On its way out: never removed, however old.</summary>
    public static readonly OutboxState[] Owed = [OutboxState.Waiting, OutboxState.Sending];
}
