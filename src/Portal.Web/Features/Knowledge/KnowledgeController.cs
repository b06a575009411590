using Microsoft.AspNetCore.Mvc;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Knowledge;

/// <summary>What all pages of customers about articles share.</summary>
[ServedIn(Site.Tenant)]
[TenantFeature(TenantFeatures.Knowledge)]
public abstract class KnowledgeController : Controller;
