namespace Portal.Web.Data.Entities;

public enum LinkPurpose
{
    /// <summary>Set a new password (RESET).</summary>
    PasswordReset,

    /// <summary>Set the first password (CONT-2, USER-3, RESET-5).</summary>
    Invitation,

    /// <summary>"This was not me" (NOTICE-1).</summary>
    NotMe,

    /// <summary>To the old address: go on with the change (MAIL-1, tenant `rental`).</summary>
    EmailChangeOld,

    /// <summary>To the new address: it is mine.</summary>
    EmailChangeNew,

    /// <summary>To the old address: undo the change.</summary>
    EmailChangeUndo,

    /// <summary>To an address somebody else entered: it is mine (MAIL-3).</summary>
    EmailConfirmation,
}

/// <summary>A mailed link. Its token has 256 random bits and is kept as a hash only; it is used once, and dies with what it was made for (TR-01 to TR-04).</summary>
public sealed class SecurityLink : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid Id { get; set; }

    public Guid UserId { get; set; }

    public PortalUser? User { get; set; }

    public LinkPurpose Purpose { get; set; }

    public required byte[] TokenHash { get; set; }

    /// <summary>Of the account when the link was made; another one by now means that the link is dead.</summary>
    public required string SecurityStamp { get; set; }

    /// <summary>The address it was sent to.</summary>
    public required string Email { get; set; }

    /// <summary>The row it is about: an e-mail change, a session.</summary>
    public Guid? AboutId { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }

    public DateTimeOffset? UsedAt { get; set; }

    /// <summary>Superseded or withdrawn.</summary>
    public DateTimeOffset? EndedAt { get; set; }
}

/// <summary>A link that this transaction made, for the mail that carries it.</summary>
/// <param name="Token">Nothing but that mail may keep it.</param>
public sealed record IssuedLink(SecurityLink Link, string Token)
{
    /// <summary>Keeps the token out of logs and exception texts (AU-05).</summary>
    public override string ToString() => nameof(IssuedLink);
}

/// <summary>A change of an account's e-mail address on its way, or done and still to be undone (MAIL-1).</summary>
public sealed class EmailChange : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid Id { get; set; }

    public Guid UserId { get; set; }

    public required string OldEmail { get; set; }

    /// <summary>Null until it was entered (tenant `rental` asks the old address first).</summary>
    public string? NewEmail { get; set; }

    public DateTimeOffset RequestedAt { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }

    public DateTimeOffset? OldProvenAt { get; set; }

    public DateTimeOffset? CompletedAt { get; set; }

    public DateTimeOffset? UndoneAt { get; set; }

    public DateTimeOffset? CancelledAt { get; set; }
}
