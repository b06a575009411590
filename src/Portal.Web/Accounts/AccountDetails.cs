using Portal.Web.Data.Entities;

namespace Portal.Web.Accounts;

/// <summary>What a form says about the person or terminal behind an ID; texts in the form in which they are stored.</summary>
/// <param name="ValidUntil">The last day on which the ID signs in; null = no end (OPER-7).</param>
public sealed record AccountDetails(
    string FamilyName = "",
    string GivenName = "",
    string FamilyNameKana = "",
    string GivenNameKana = "",
    string Department = "",
    string Phone = "",
    DateOnly? ValidUntil = null)
{
    public static AccountDetails Of(PortalUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return new(user.FamilyName, user.GivenName, user.FamilyNameKana, user.GivenNameKana, user.Department, user.Phone, user.ValidUntil);
    }

    internal void Put(PortalUser user)
    {
        (user.FamilyName, user.GivenName, user.FamilyNameKana, user.GivenNameKana) = (FamilyName, GivenName, FamilyNameKana, GivenNameKana);
        (user.Department, user.Phone) = (Department, Phone);
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
        ("phone", Phone),
        ("validUntil", ValidUntil),
    ];
}
