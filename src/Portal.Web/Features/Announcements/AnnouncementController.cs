using Microsoft.AspNetCore.Mvc;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Announcements;

/// <summary>What all pages of customers about announcements share.</summary>
[ServedIn(Site.Tenant)]
[TenantFeature(TenantFeatures.Announcements)]
public abstract class AnnouncementController : Controller;
