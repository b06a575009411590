using Portal.Web.Data.Entities;

namespace Portal.Web.Domain.Accounts.Details;

/// <summary>What a user says about itself (PROF-1); texts in the form in which they are stored.</summary>
public sealed record ProfileDetails(
    string FamilyName = "",
    string GivenName = "",
    string FamilyNameKana = "",
    string GivenNameKana = "",
    string PreferredName = "",
    string Title = "",
    string Biography = "",
    string Phone = "",
    string MobilePhone = "")
{
    public static ProfileDetails Of(PortalUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return new(user.FamilyName, user.GivenName, user.FamilyNameKana, user.GivenNameKana, user.PreferredName, user.Title, user.Biography,
            user.Phone, user.MobilePhone);
    }

    internal void ApplyTo(PortalUser user)
    {
        (user.FamilyName, user.GivenName, user.FamilyNameKana, user.GivenNameKana) = (FamilyName, GivenName, FamilyNameKana, GivenNameKana);
        (user.PreferredName, user.Title, user.Biography) = (PreferredName, Title, Biography);
        (user.Phone, user.MobilePhone) = (Phone, MobilePhone);
    }

    /// <summary>The fields by name, in the order of the form.</summary>
    public IReadOnlyList<(string Name, string Value)> Fields =>
    [
        (nameof(FamilyName), FamilyName),
        (nameof(GivenName), GivenName),
        (nameof(FamilyNameKana), FamilyNameKana),
        (nameof(GivenNameKana), GivenNameKana),
        (nameof(PreferredName), PreferredName),
        (nameof(Title), Title),
        (nameof(Biography), Biography),
        (nameof(Phone), Phone),
        (nameof(MobilePhone), MobilePhone),
    ];
}
