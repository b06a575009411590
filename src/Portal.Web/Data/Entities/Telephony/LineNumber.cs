using Portal.Rules.Telephony;

namespace Portal.Web.Data.Entities;

/// <summary>A telephone number on a line of a contract.</summary>
public sealed class LineNumber : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid Id { get; set; }

    public Guid ContractId { get; set; }

    public Guid LineId { get; set; }

    /// <summary>In the one canonical form, E.164 (+81612345678).</summary>
    public required string Number { get; set; }

    public NumberKind Kind { get; set; }

    public string Name { get; set; } = "";

    /// <summary>The account that signs in with this number; null where it has none in the contract's unit.</summary>
    public Guid? UserId { get; set; }

    public int Order { get; set; }
}
