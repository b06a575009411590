using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Details;
using Portal.Web.Forms;

namespace Portal.Web.Features.OwnAccount.Profile;

/// <param name="User">Not tracked.</param>
public sealed record ProfilePage(PortalUser User, Guid? PictureId);

/// <summary>The profile as typed.</summary>
public sealed class ProfileForm : SteppedForm
{
    [InDraft]
    public string? FamilyName { get; set; }

    [InDraft]
    public string? GivenName { get; set; }

    [InDraft]
    public string? FamilyNameKana { get; set; }

    [InDraft]
    public string? GivenNameKana { get; set; }

    [InDraft]
    public string? PreferredName { get; set; }

    [InDraft]
    public string? Title { get; set; }

    [InDraft]
    public string? Biography { get; set; }

    [InDraft]
    public string? Phone { get; set; }

    [InDraft]
    public string? MobilePhone { get; set; }

    public void Show(ProfileDetails details)
    {
        ArgumentNullException.ThrowIfNull(details);
        (FamilyName, GivenName, FamilyNameKana, GivenNameKana) =
            (details.FamilyName, details.GivenName, details.FamilyNameKana, details.GivenNameKana);
        (PreferredName, Title, Biography) = (details.PreferredName, details.Title, details.Biography);
        (Phone, MobilePhone) = (details.Phone, details.MobilePhone);
    }
}
