using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Details;
using Portal.Web.Forms;

namespace Portal.Web.Features.Shared.Details;

/// <summary>
/// What a form says about the person or terminal behind an ID, as typed. Only the fields that the tenant's profile
/// lists are looked at.
/// </summary>
public class DetailsForm : SteppedForm
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
    public string? Department { get; set; }

    [InDraft]
    public string? Title { get; set; }

    [InDraft]
    public string? Phone { get; set; }

    [InDraft]
    public string? MobilePhone { get; set; }

    [InDraft]
    public string? Language { get; set; }

    [InDraft]
    public string? TimeZone { get; set; }

    [InDraft]
    public string? ValidUntil { get; set; }

    /// <summary>What the tenant offers and calls things; the page asks it, the browser does not.</summary>
    [BindNever, ValidateNever]
    public DetailsWords Words { get; set; } = null!;

    /// <summary>It has none so far: a telephone number, a desk, somebody who moved in without one.</summary>
    [BindNever]
    public bool MayLackFamilyName { get; set; }

    /// <inheritdoc cref="MayLackFamilyName"/>
    [BindNever]
    public bool MayLackGivenName { get; set; }

    /// <summary>The account as it is; absent while it is being registered.</summary>
    [BindNever]
    public PortalUser? Subject { get; set; }

    /// <summary>Nobody sets the end of its own validity.</summary>
    [BindNever]
    public bool OffersValidity { get; set; } = true;

    public void Show(AccountDetails details)
    {
        ArgumentNullException.ThrowIfNull(details);
        (FamilyName, GivenName, FamilyNameKana, GivenNameKana) =
            (details.FamilyName, details.GivenName, details.FamilyNameKana, details.GivenNameKana);
        (Department, Title, Phone, MobilePhone) = (details.Department, details.Title, details.Phone, details.MobilePhone);
        (Language, TimeZone) = (details.Language, details.TimeZone);
        ValidUntil = details.ValidUntil?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}
