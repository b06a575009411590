using Portal.Rules.WorkRequests;

namespace Portal.Web.Data.Entities;

/// <summary>
/// Something of the catalogue that a contract asks for, and what became of it (WORK-2, WORK-3). Names of people are
/// kept as they were, so that a request outlives the accounts in it.
/// </summary>
public sealed class WorkRequest : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid Id { get; set; }

    /// <summary>Rising by tenant; people read it as <see cref="WorkRequestNumber"/> writes it.</summary>
    public int Number { get; set; }

    public Guid ContractId { get; set; }

    public Contract? Contract { get; set; }

    public Guid? AuthorId { get; set; }

    public string AuthorName { get; set; } = "";

    public Guid ItemId { get; set; }

    /// <summary>Which version of the item was asked for.</summary>
    public int Edition { get; set; }

    public WorkItemVersion? Asked { get; set; }

    /// <summary>The item's title, for lists.</summary>
    public required string TitleJa { get; set; }

    public required string TitleEn { get; set; }

    /// <summary>What was filled in, as JSON.</summary>
    public required string Answers { get; set; }

    /// <summary>How many files came with it; they belong to the request and are seen where it is seen.</summary>
    public int FileCount { get; set; }

    /// <summary>In points.</summary>
    public int Cost { get; set; }

    /// <summary>The entry of the ledger that set the points aside; null where it costs nothing.</summary>
    public Guid? ReservationId { get; set; }

    public WorkStatus Status { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it was accepted, declined or withdrawn.</summary>
    public DateTimeOffset? DecidedAt { get; set; }

    public string? DecidedBy { get; set; }

    /// <summary>What the provider said to its decision; the customer reads it.</summary>
    public string? Reason { get; set; }

    /// <summary>The case that its acceptance opened.</summary>
    public Guid? CaseId { get; set; }

    public SupportCase? Case { get; set; }

    /// <summary>What it is found by; stamped when it is stored.</summary>
    public string SearchKey { get; set; } = "";

    public string TitleIn(string language) => language == "ja" ? TitleJa : TitleEn;
}
