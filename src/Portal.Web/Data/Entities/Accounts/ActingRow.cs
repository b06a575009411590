using Portal.Rules.LinkedAdministrators;

namespace Portal.Web.Data.Entities;

/// <summary>
/// Somebody works for another account from one of its sessions. The handle stands in the address of every page of it,
/// so that a tab says by itself for whom it is (LINK-7); it opens nothing in any other session.
/// </summary>
public sealed class ActingRow : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid Id { get; set; }

    public required string Handle { get; set; }

    public Guid SessionId { get; set; }

    public Guid RealUserId { get; set; }

    public Guid ActedForId { get; set; }

    public ActingKind Kind { get; set; }

    /// <summary>The link that it stands on; null where an administrator acts that is signed in itself.</summary>
    public Guid? LinkId { get; set; }

    /// <summary>The administrator ID that a linked manager acts as while it acts for one of its users.</summary>
    public Guid? ViaUserId { get; set; }

    /// <summary>The row of that administrator ID, which ends this one with it.</summary>
    public Guid? ViaId { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }
}
