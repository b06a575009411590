using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Details;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.OwnAccount.Profile;

/// <param name="User">Not tracked.</param>
public sealed record ProfilePage(PortalUser User, Guid? PictureId);

/// <summary>The profile as typed.</summary>
public sealed class ProfileForm
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

    /// <summary>The state of the account the form was opened with (SAFE-1).</summary>
    [InDraft]
    public int Version { get; set; }

    /// <summary>"back" from the page of a conflict to the form; otherwise it is saved.</summary>
    public string? Step { get; set; }

    /// <summary>What the account says now, where it was changed meanwhile.</summary>
    [BindNever]
    public ProfileDetails? Newer { get; set; }

    [BindNever]
    public string? ChangedBy { get; set; }

    [BindNever]
    public DateTimeOffset? ChangedAt { get; set; }

    /// <summary>What this form says, checked.</summary>
    [BindNever]
    public ProfileDetails? Own { get; set; }

    public void Put(ProfileDetails details)
    {
        ArgumentNullException.ThrowIfNull(details);
        (FamilyName, GivenName, FamilyNameKana, GivenNameKana) =
            (details.FamilyName, details.GivenName, details.FamilyNameKana, details.GivenNameKana);
        (PreferredName, Title, Biography) = (details.PreferredName, details.Title, details.Biography);
        (Phone, MobilePhone) = (details.Phone, details.MobilePhone);
    }
}
