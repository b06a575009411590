namespace Portal.Web.Data.Entities;

public enum TenantStatus
{
    Active,
    Suspended,
}

/// <summary>One service site, or the staff's own realm. Its profile decides how it behaves.</summary>
public sealed class Tenant : IVersioned
{
    public Guid Id { get; set; }

    public required string Slug { get; set; }

    /// <summary>The tenant's own host name, when it has one.</summary>
    public string? Host { get; set; }

    public TenantStatus Status { get; set; }

    /// <summary>The profile in force, as JSON.</summary>
    public required string Profile { get; set; }

    /// <summary>Once staff have edited it, a start never overwrites the profile from its file (SITE-3).</summary>
    public bool ProfileEdited { get; set; }

    /// <summary>Which form of the canonical keys its accounts have; an older one is made anew at a start.</summary>
    public int KeyForm { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public int Version { get; set; }

    public DateTimeOffset ChangedAt { get; set; }

    public string? ChangedBy { get; set; }
}

/// <summary>The customer that has one or more contracts.</summary>
public sealed class Holder : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid Id { get; set; }

    public required string Name { get; set; }

    public string NameKana { get; set; } = "";
}

public enum ContractStatus
{
    Active,
    Suspended,
}

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

    /// <summary>Where phones sign in: "line", "number" or "managerAndUsers"; null where a contract has no phone lines.</summary>
    public string? AuthenticationUnit { get; set; }

    public DateOnly StartsOn { get; set; }

    public DateOnly? RenewsOn { get; set; }
}

/// <summary>A line of a contract and the numbers on it.</summary>
public sealed class ContractLine : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid Id { get; set; }

    public Guid ContractId { get; set; }

    public required string Number { get; set; }

    public required string Name { get; set; }

    /// <summary>What kind of line or number it is, in the tenant's own key ("access", "main", "additional", "user"…).</summary>
    public required string Kind { get; set; }

    public string Location { get; set; } = "";

    public string Bandwidth { get; set; } = "";

    public DateOnly StartsOn { get; set; }

    public int Order { get; set; }
}
