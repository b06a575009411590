namespace Portal.Web.Data.Entities;

/// <summary>A signed-in browser. The cookie carries a random id; only its hash is stored (SE-15).</summary>
public sealed class Session : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid Id { get; set; }

    public required byte[] SidHash { get; set; }

    /// <summary>Of the id under which it began, where its owner has proven itself since; null = its own.</summary>
    public byte[]? FirstSidHash { get; set; }

    /// <summary>What its forms are bound to: those of other tabs outlive a proof, and no more than that.</summary>
    public byte[] FormsHash => FirstSidHash ?? SidHash;

    public Guid UserId { get; set; }

    public PortalUser? User { get; set; }

    /// <summary>For which of its user's contracts it works; null = the home contract.</summary>
    public Guid? ContractId { get; set; }

    public required string SecurityStamp { get; set; }

    public SessionState State { get; set; }

    /// <summary>Why only a change is allowed: a <see cref="Portal.Rules.SignIn.ChangeReason"/> by name.</summary>
    public string? ChangeReason { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset LastSeenAt { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }

    /// <summary>When the user last proved to be itself; sensitive acts ask again after ten minutes (MFA-6).</summary>
    public DateTimeOffset ProvenAt { get; set; }

    /// <summary>How the user proved to be itself when the session began.</summary>
    public SignInMethod Method { get; set; }

    /// <summary>
    /// When a second factor was proven in this session; a policy that
    /// begins to ask for one asks the sessions without it (MF-15).
    /// </summary>
    public DateTimeOffset? FactorProvenAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    public string? EndReason { get; set; }

    public string? Address { get; set; }

    public string? Browser { get; set; }

    public DateTimeOffset? PreviousSignInAt { get; set; }

    public string? PreviousAddress { get; set; }

    public string? PreviousBrowser { get; set; }

    public int FailuresBefore { get; set; }
}
