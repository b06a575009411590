using Portal.Rules.TemporaryPasswords;

namespace Portal.Web.Data.Entities;

public sealed class TemporaryPassword : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid Id { get; set; }

    public Guid UserId { get; set; }

    public required string Hash { get; set; }

    public TemporaryPasswordOrigin Origin { get; set; }

    public DateTimeOffset IssuedAt { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }

    public int WrongTries { get; set; }

    /// <summary>
    /// Null while it is the account's current one; a filtered unique index allows one such row an account.
    /// </summary>
    public DateTimeOffset? EndedAt { get; set; }
}
