namespace Portal.Web.Data.Entities;

/// <summary>A row that belongs to one tenant; global filters and row-level security confine it.</summary>
public interface ITenantOwned
{
    Guid TenantId { get; set; }
}

/// <summary>A row whose forms carry a version (SAFE-1).</summary>
public interface IVersioned
{
    int Version { get; set; }

    DateTimeOffset ChangedAt { get; set; }

    string? ChangedBy { get; set; }
}
