namespace Portal.Web.Files.Stores;

/// <summary>Under what a content lies: ids of ours, and nothing that anybody typed (FI-02).</summary>
public readonly record struct FileKey(Guid Tenant, Guid File);
