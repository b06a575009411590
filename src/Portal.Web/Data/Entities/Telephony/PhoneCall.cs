using Portal.Rules.Telephony;

namespace Portal.Web.Data.Entities;

/// <summary>
/// A call to the temporary-password number, and where it stands between two posts. What was keyed in is not here: of a
/// password there is the hash, until the call is over or, where a mail asks for it, until its owner has confirmed it.
/// </summary>
public sealed class PhoneCall : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid Id { get; set; }

    /// <summary>The provider's own id of the call.</summary>
    public required string CallId { get; set; }

    public Guid ContractId { get; set; }

    /// <summary>The number that calls, E.164.</summary>
    public required string Caller { get; set; }

    /// <summary>How many answers the call has had; a post says which one it follows.</summary>
    public int Turn { get; set; }

    public CallStep Step { get; set; }

    public AuthenticationUnit? Unit { get; set; }

    /// <summary>The number, or customer number, whose password is set; national digits.</summary>
    public string? Target { get; set; }

    public int Wrong { get; set; }

    public CallRemark Remark { get; set; }

    public DigitWeakness? Weakness { get; set; }

    /// <summary>
    /// Of the first entry of the password, while the second one, or what its owner says to a mail, is waited for.
    /// </summary>
    public string? EntryHash { get; set; }

    public DateTimeOffset StartedAt { get; set; }

    public DateTimeOffset AnsweredAt { get; set; }

    /// <summary>When it was over, by its last word or because the caller hung up.</summary>
    public DateTimeOffset? EndedAt { get; set; }
}
