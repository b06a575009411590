namespace Portal.Web.Data.Entities;

/// <summary>
/// A linked manager may open this administrator ID (LINK-4). Unlinking deletes the row, and what it had opened is over
/// with it; who linked and unlinked stands in the audit log.
/// </summary>
public sealed class AdministratorLink : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid Id { get; set; }

    public Guid ManagerId { get; set; }

    public Guid AdministratorId { get; set; }

    public DateTimeOffset LinkedAt { get; set; }

    /// <summary>When the administrator ID's password was entered for it last.</summary>
    public DateTimeOffset ConfirmedAt { get; set; }

    /// <summary>When that password changed first since then; null where it did not (LINK-5).</summary>
    public DateTimeOffset? StaleSince { get; set; }

    /// <summary>When its second factor was proven then; null where it asked for none.</summary>
    public DateTimeOffset? FactorProvenAt { get; set; }

    public DateTimeOffset? LastOpenedAt { get; set; }
}
