using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Web.Domain.Tenants;
using Portal.Web.Features.Admin.Shared;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.TenantPolicies;

/// <summary>A whole profile that is to take the place of the one in force.</summary>
public sealed class PolicyFileForm : ProfileFileForm
{
    [BindNever]
    public PortalTenant Tenant { get; set; } = null!;

    [BindNever]
    public IReadOnlyList<ProfileChange> Changes { get; set; } = [];

    [BindNever]
    public IReadOnlyList<ProfileEffect> Effects { get; set; } = [];

    [BindNever]
    public bool NeedsApproval { get; set; }
}
