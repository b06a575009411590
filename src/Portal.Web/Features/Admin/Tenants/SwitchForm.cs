using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Web.Forms;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Tenants;

/// <summary>Why a site is switched off or on, and its name in addresses typed by hand before it goes off.</summary>
public sealed class SwitchForm : ReasonForm
{
    [InDraft]
    public string? Slug { get; set; }

    [BindNever]
    public PortalTenant Tenant { get; set; } = null!;
}
