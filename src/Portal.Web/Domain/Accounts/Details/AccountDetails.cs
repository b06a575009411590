using Portal.Web.Data.Entities;

namespace Portal.Web.Domain.Accounts.Details;

/// <summary>
/// What a form says about the person or terminal behind an ID; texts in the form in which they are stored.
/// </summary>
/// <param name="ValidUntil">The last day on which the ID signs in; null = no end (OPER-7).</param>
/// <param name="Language">"ja" or "en"; null follows the site.</param>
/// <param name="TimeZone">IANA name; null follows the site.</param>
public sealed record AccountDetails(
    string FamilyName = "",
    string GivenName = "",
    string FamilyNameKana = "",
    string GivenNameKana = "",
    string Department = "",
    string Phone = "",
    DateOnly? ValidUntil = null,
    string Title = "",
    string MobilePhone = "",
    string? Language = null,
    string? TimeZone = null)
{
    public static AccountDetails Of(PortalUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return new(user.FamilyName, user.GivenName, user.FamilyNameKana, user.GivenNameKana, user.Department, user.Phone, user.ValidUntil,
            user.Title, user.MobilePhone, user.Language, user.TimeZone);
    }

    internal void ApplyTo(PortalUser user)
    {
        (user.FamilyName, user.GivenName, user.FamilyNameKana, user.GivenNameKana) = (FamilyName, GivenName, FamilyNameKana, GivenNameKana);
        (user.Department, user.Title, user.Phone, user.MobilePhone) = (Department, Title, Phone, MobilePhone);
        (user.Language, user.TimeZone) = (Language, TimeZone);
        if (user.ValidUntil != ValidUntil)
        {
            (user.ValidUntil, user.ValidityNoticeSent) = (ValidUntil, null);
        }
    }

    /// <summary>The fields in which two differ, as the audit log keeps them.</summary>
    internal static Dictionary<string, object?[]> Differences(AccountDetails before, AccountDetails after) =>
        before.Facts().Zip(after.Facts())
            .Where(pair => !Equals(pair.First.Value, pair.Second.Value))
            .ToDictionary(pair => pair.First.Name, pair => new[] { pair.First.Value, pair.Second.Value });

    private IEnumerable<(string Name, object? Value)> Facts() =>
    [
        ("familyName", FamilyName),
        ("givenName", GivenName),
        ("familyNameKana", FamilyNameKana),
        ("givenNameKana", GivenNameKana),
        ("department", Department),
        ("title", Title),
        ("phone", Phone),
        ("mobilePhone", MobilePhone),
        ("language", Language),
        ("timeZone", TimeZone),
        ("validUntil", ValidUntil),
    ];
}
