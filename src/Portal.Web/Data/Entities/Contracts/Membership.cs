using Portal.Rules.Delegation;

namespace Portal.Web.Data.Entities;

/// <summary>
/// Another contract of its holder that a user may work for, and what it is there (CONT-2). The home contract is none of
/// these: it stands on the account itself.
/// </summary>
public sealed class Membership : ITenantOwned, IVersioned
{
    public Guid TenantId { get; set; }

    public Guid UserId { get; set; }

    public PortalUser? User { get; set; }

    public Guid ContractId { get; set; }

    public Contract? Contract { get; set; }

    /// <summary>Member or manager, whatever the user is at home.</summary>
    public AccountRole Role { get; set; }

    /// <summary>As <see cref="PortalUser.Permissions"/>, of a manager.</summary>
    public string? Permissions { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public int Version { get; set; }

    public DateTimeOffset ChangedAt { get; set; }

    public string? ChangedBy { get; set; }
}
