using Microsoft.AspNetCore.Identity;
using Portal.Rules.Delegation;
using Portal.Rules.Text;

namespace Portal.Web.Data.Entities;

/// <summary>
/// An ID that signs in. <see cref="IdentityUser{TKey}.NormalizedUserName"/> is the canonical login key inside
/// <see cref="Door"/>; Identity's own lockout, two-factor and concurrency columns are not mapped, because those
/// decisions are ours.
/// </summary>
public sealed class PortalUser : IdentityUser<Guid>, ITenantOwned, IVersioned
{
    public Guid TenantId { get; set; }

    /// <summary>The door of the tenant's login scheme this ID uses.</summary>
    public required string Door { get; set; }

    /// <summary>
    /// A second ID at the same door, from the site before this one, in canonical form (LINK-3); null for most.
    /// </summary>
    public string? MasterKey { get; set; }

    public AccountRole Role { get; set; }

    public Guid? ContractId { get; set; }

    public Contract? Contract { get; set; }

    /// <summary>It may work for other contracts as well, each a <see cref="Membership"/>.</summary>
    public bool HasMemberships { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset? PasswordChangedAt { get; set; }

    public bool MustChangePassword { get; set; }

    /// <summary>Sign-in switched off by a person; a state apart from lockout (CG-10).</summary>
    public DateTimeOffset? DisabledAt { get; set; }

    /// <summary>The last day on which this ID signs in, in the tenant's zone (OPER-7).</summary>
    public DateOnly? ValidUntil { get; set; }

    /// <summary>
    /// When the mail of 14 (then 3) days before <see cref="ValidUntil"/> went out, as days before it.
    /// </summary>
    public int? ValidityNoticeSent { get; set; }

    public DateTimeOffset? DormantNoticeAt { get; set; }

    public DateTimeOffset? EmailConfirmedAt { get; set; }

    /// <summary>Since when mail to <see cref="IdentityUser{TKey}.Email"/> comes back (ML-05); null for most.</summary>
    public DateTimeOffset? EmailBouncedAt { get; set; }

    /// <summary>Hash of the keyword; the keyword itself is never kept or shown (TEMP-1, OPER-3).</summary>
    public string? KeywordHash { get; set; }

    /// <summary>This user asked for a second factor of its own accord.</summary>
    public bool WantsSecondFactor { get; set; }

    /// <summary>
    /// A manager or staff asks a second factor of this user, where the policy leaves it open (CONT-2).
    /// </summary>
    public bool MustHaveSecondFactor { get; set; }

    /// <summary>
    /// When somebody else made the account and sent its invitation; a password set from it is <see
    /// cref="PasswordChangedAt"/>.
    /// </summary>
    public DateTimeOffset? InvitedAt { get; set; }

    /// <summary>
    /// Names of the <see cref="Permission"/>s it has under its role, separated by commas; null = all of them (CONT-5).
    /// </summary>
    public string? Permissions { get; set; }

    public string FamilyName { get; set; } = "";

    public string GivenName { get; set; } = "";

    public string FamilyNameKana { get; set; } = "";

    public string GivenNameKana { get; set; } = "";

    /// <summary>What it wants to be called; empty = family and given name.</summary>
    public string PreferredName { get; set; } = "";

    public string Title { get; set; } = "";

    public string Biography { get; set; } = "";

    public string Department { get; set; } = "";

    public string Phone { get; set; } = "";

    public string MobilePhone { get; set; } = "";

    /// <summary>"ja" or "en"; null follows the site.</summary>
    public string? Language { get; set; }

    public string? TimeZone { get; set; }

    public string? Theme { get; set; }

    /// <summary>
    /// What a list searches in, folded; kept by the context at every save, see <see cref="SearchText"/>.
    /// </summary>
    public string SearchKey { get; set; } = "";

    /// <summary>
    /// Failure counts, locks and last sign-in; a row of its own, so that signing in never disturbs an open edit form.
    /// </summary>
    public SignInState? SignIn { get; set; }

    public int Version { get; set; }

    public DateTimeOffset ChangedAt { get; set; }

    public string? ChangedBy { get; set; }

    /// <summary>Somebody reads the registered address.</summary>
    /// <returns>False where that was known and nothing has come back since.</returns>
    public bool ProveEmail(DateTimeOffset now)
    {
        if (EmailConfirmedAt is not null && EmailBouncedAt is null)
        {
            return false;
        }

        (EmailConfirmedAt, EmailBouncedAt) = (now, null);
        return true;
    }

    public string DisplayName =>
        PreferredName.Length > 0 ? PreferredName
            : PersonName.Of(FamilyName, GivenName) is { Length: > 0 } name ? name
            : EmailAddress.Readable(UserName!);

    /// <summary>
    /// What tells it from all others of its tenant: its ID, and where several share one, the address as well (ADMIN-7).
    /// </summary>
    public string SignsInWith => Email is { Length: > 0 } email && NormalizedUserName is { } key && key.Contains(' ')
        && key.EndsWith(' ' + CanonicalText.Email(email), StringComparison.Ordinal)
            ? $"{UserName} {EmailAddress.Readable(email)}"
            : UserName!;
}
