namespace Portal.Web.Data.Entities;

public sealed class Contract : ITenantOwned
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
    /// Where phones sign in: "line", "number" or "managerAndUsers"; null where a contract has no phone lines.
    /// </summary>
    public string? AuthenticationUnit { get; set; }

    public DateOnly StartsOn { get; set; }

    public DateOnly? RenewsOn { get; set; }
}
