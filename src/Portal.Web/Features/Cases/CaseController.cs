using Microsoft.AspNetCore.Mvc;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Cases;

/// <summary>What all pages of customers about cases share.</summary>
[ServedIn(Site.Tenant)]
[TenantFeature(TenantFeatures.Cases)]
public abstract class CaseController : Controller;
