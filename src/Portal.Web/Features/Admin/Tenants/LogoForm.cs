using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Web.Forms;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Tenants;

/// <summary>Why a site gets another logo, or none.</summary>
public sealed class LogoForm : ReasonForm
{
    [BindNever]
    public PortalTenant Tenant { get; set; } = null!;
}
