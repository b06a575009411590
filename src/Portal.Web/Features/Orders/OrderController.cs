using Microsoft.AspNetCore.Mvc;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Orders;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Orders;

/// <summary>What all pages of customers about orders share.</summary>
[ServedIn(Site.Tenant)]
[TenantFeature(TenantFeatures.Orders)]
public abstract class OrderController(CurrentSession session) : Controller
{
    /// <summary>Null for who belongs to no login ID.</summary>
    protected OrderReader? Reader => OrderReader.Of(session.User);
}
