using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Rules.Delegation;
using Portal.Web.Features.Admin.Shared;
using Portal.Web.Forms;
using Portal.Web.Http.TagHelpers;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Staff.Acts;

/// <summary>What somebody is to hold, and why.</summary>
public class StaffRightsForm : ReasonForm
{
    [InDraft]
    public string? Role { get; set; }

    /// <summary>Slugs of the tenants, among those that the reader looks after.</summary>
    [InDraft]
    public IList<string> Tenants { get; set; } = [];

    /// <summary>The version of the account that the page showed.</summary>
    public int Version { get; set; }

    /// <summary>Whose; null for somebody who is invited.</summary>
    [BindNever]
    public StaffPersonTarget? Target { get; set; }

    [BindNever]
    public IReadOnlyList<Choice> Roles { get; set; } = [];

    [BindNever]
    public IReadOnlyList<PortalTenant> Offered { get; set; } = [];

    /// <summary>What stays behind where a site is taken away.</summary>
    [BindNever]
    public IReadOnlyList<StaffDuty> Duties { get; set; } = [];

    public void Show(StaffPersonTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        (Role, Version) = (target.Rights.Role.ToString(), target.User.Version);
        Tenants = [.. Offered.Where(tenant => target.Rights.TenantIds.Contains(tenant.Id)).Select(tenant => tenant.Slug)];
    }
}

/// <summary>Somebody who is to become a member of the staff.</summary>
public sealed class StaffInvitationForm : StaffRightsForm
{
    [InDraft]
    public string? Email { get; set; }

    [InDraft]
    public string? FamilyName { get; set; }

    [InDraft]
    public string? GivenName { get; set; }
}
