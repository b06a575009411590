using Portal.Web.Features.Admin.Shared;

namespace Portal.Web.Features.Admin.Tenants;

/// <summary>The profile of a site that is to be made.</summary>
public sealed class TenantFileForm : ProfileFileForm;
