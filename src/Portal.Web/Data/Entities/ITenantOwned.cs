namespace Portal.Web.Data.Entities;

/// <summary>A row that belongs to one tenant; global filters and row-level security confine it.</summary>
public interface ITenantOwned
{
    Guid TenantId { get; set; }
}
