using Portal.Rules.WorkRequests;

namespace Portal.Web.Data.Entities;

/// <summary>
/// An item of the catalogue of work (WORK-1). What it says are its <see cref="WorkItemVersion"/> rows.
/// </summary>
public sealed class WorkItem : ITenantOwned, IVersioned
{
    private const char Separator = '\n';

    public Guid TenantId { get; set; }

    public Guid Id { get; set; }

    /// <summary>In addresses; unique within the tenant, and never changed.</summary>
    public required string Code { get; set; }

    /// <summary>Where it stands in the catalogue.</summary>
    public int Position { get; set; }

    /// <summary>The version that counts now, from 1.</summary>
    public int Edition { get; set; }

    /// <summary>Customers find it.</summary>
    public bool IsPublished { get; set; }

    /// <summary>
    /// Plans and options, one a line, of which a contract needs one to have the item; empty for every contract.
    /// </summary>
    public string OnlyWith { get; set; } = "";

    public int Version { get; set; }

    public DateTimeOffset ChangedAt { get; set; }

    public string? ChangedBy { get; set; }

    public IReadOnlyList<string> Names => OnlyWith.Split(Separator, StringSplitOptions.RemoveEmptyEntries);

    /// <param name="has">Plan and options of a contract.</param>
    public bool IsFor(IReadOnlyCollection<string> has) => WorkRules.IsFor([.. Names], has);

    public void LimitTo(IEnumerable<string> names) => OnlyWith = string.Join(Separator, names);
}
