using Portal.Rules.Telephony;

namespace Portal.Web.Domain.Telephony;

/// <summary>What comparing and hashing an entry came to, before anything was locked (RX-05).</summary>
/// <param name="Turn">The answer it follows.</param>
/// <param name="LastId">The temporary password it was compared with; null where the number never had one.</param>
/// <param name="Hash">Of an entry that may become the password.</param>
public sealed record PreparedEntry(int Turn, CallEntry Entry, Guid? LastId, string? Hash)
{
    public override string ToString() => nameof(PreparedEntry);
}
