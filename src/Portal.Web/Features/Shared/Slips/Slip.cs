using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Features.Shared.Slips;

/// <summary>What somebody is handed who is to sign in with a temporary password (ADMIN-14).</summary>
/// <param name="IdName">What the ID is called at the sign-in page.</param>
/// <param name="Name">Null where there is none beside the ID.</param>
/// <param name="Address">Of the sign-in page, as it is typed and as the QR code says it.</param>
/// <param name="ExpiresAt">Until when the password works.</param>
public sealed record Slip(string LoginId, string IdName, string? Name, string Password, DateTimeOffset ExpiresAt, string Portal,
    Uri Address, IReadOnlyList<ContactLine> Contacts)
{
    /// <summary>Of the ID, where it ends before the password would; the password ends with it then.</summary>
    public DateOnly? LastDay { get; init; }

    // A record would write its password into logs and messages.
    public override string ToString() => nameof(Slip);
}
