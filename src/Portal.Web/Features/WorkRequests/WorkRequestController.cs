using Microsoft.AspNetCore.Mvc;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Cases;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.WorkRequests;

/// <summary>What all pages of customers about work requests share.</summary>
[ServedIn(Site.Tenant)]
[TenantFeature(TenantFeatures.WorkRequests)]
public abstract class WorkRequestController(CurrentSession session) : Controller
{
    /// <summary>Null for who belongs to no contract: requests are seen as cases are.</summary>
    protected CaseReader? Reader => CaseReader.Of(session.User);
}
