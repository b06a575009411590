using Portal.Rules.Cases;
using Portal.Rules.Telephony;

namespace Portal.Web.Data.Entities;

public sealed class Contract : ITenantOwned, IVersioned
{
    public Guid TenantId { get; set; }

    public Guid Id { get; set; }

    public Guid HolderId { get; set; }

    public Holder? Holder { get; set; }

    /// <summary>The contract number (お客様番号 / 基本契約番号).</summary>
    public required string Number { get; set; }

    public required string Service { get; set; }

    public ContractStatus Status { get; set; }

    /// <summary>How many IDs the contract may have (OPER-5).</summary>
    public int AccountLimit { get; set; } = 50;

    /// <summary>
    /// By which number its users sign in; null where a contract has no telephone lines or never had a password.
    /// </summary>
    public AuthenticationUnit? AuthenticationUnit { get; set; }

    /// <summary>Who of the contract sees the cases of the others (CASE-6).</summary>
    public CaseVisibility CaseVisibility { get; set; }

    /// <summary>Counts its changes, for the form that changes it.</summary>
    public int CaseVisibilityVersion { get; set; }

    public DateOnly StartsOn { get; set; }

    public DateOnly? RenewsOn { get; set; }

    /// <summary>How it is used, as people read it; empty where nobody wrote that down (CTRC-1).</summary>
    public string Kind { get; set; } = "";

    public string Plan { get; set; } = "";

    /// <summary>What the plan includes; null for a service without credits.</summary>
    public int? Credits { get; set; }

    /// <summary>Points were given at least once: only then anything of them is shown (PNTS-1).</summary>
    public bool HasPoints { get; set; }

    public int Version { get; set; }

    public DateTimeOffset ChangedAt { get; set; }

    public string? ChangedBy { get; set; }
}
