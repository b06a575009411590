namespace Portal.Web.Data.Entities;

/// <summary>A row whose forms carry a version (SAFE-1).</summary>
public interface IVersioned
{
    int Version { get; set; }

    DateTimeOffset ChangedAt { get; set; }

    string? ChangedBy { get; set; }
}
