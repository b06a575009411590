namespace Portal.Web.Data.Entities;

/// <summary>
/// A list of cases that somebody keeps under a name (CASE-5): conditions, keyword and order, never the cases
/// themselves, so that whoever loads it sees what it may see. Goes with the account.
/// </summary>
public sealed class SavedCaseFilter : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid Id { get; set; }

    public Guid ContractId { get; set; }

    public Guid OwnerId { get; set; }

    public PortalUser? Owner { get; set; }

    public required string Name { get; set; }

    /// <summary>The query of the list's address in its one form, with its question mark.</summary>
    public required string Query { get; set; }

    /// <summary>Colleagues of the contract load it as well.</summary>
    public bool IsShared { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Counts changes, so that nobody overwrites what is not on the page (SAFE-1).</summary>
    public int Version { get; set; }
}
